/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.sightline.tracing.sampling;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.sightline.tracing.propagation.HostPolicy;
import io.sightline.tracing.propagation.RecipientPolicy;
import io.sightline.tracing.propagation.RecipientPolicy.Destination;
import io.sightline.tracing.propagation.SightlinePropagator;
import io.sightline.tracing.propagation.TrustPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StrategySampler}.
 */
class StrategySamplerTests {

	private final AtomicLong clock = new AtomicLong();

	private final SamplingControl control = new SamplingControl(this.clock::get);

	private final AtomicInteger leftOut = new AtomicInteger();

	@ParameterizedTest
	@CsvSource({ "ALWAYS, RECORD_AND_SAMPLE", "NEVER, DROP", "RATIO, DROP", "RATE_LIMITED, RECORD_AND_SAMPLE",
			"RULES, DROP", "TAIL, RECORD_ONLY" })
	void decidesOnRootsByStrategy(SamplingStrategy strategy, SamplingDecision expected) {
		assertThat(decide(sampler(strategy, 0), Context.root(), "/")).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "ALWAYS, RECORD_AND_SAMPLE", "NEVER, DROP", "RATIO, RECORD_AND_SAMPLE",
			"RATE_LIMITED, RECORD_AND_SAMPLE", "RULES, RECORD_AND_SAMPLE", "TAIL, RECORD_AND_SAMPLE" })
	void followsCallerThatKeeps(SamplingStrategy strategy, SamplingDecision expected) {
		assertThat(decide(sampler(strategy, 0), caller(true), "/")).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "ALWAYS, RECORD_AND_SAMPLE", "NEVER, DROP", "RATIO, DROP", "RATE_LIMITED, DROP", "RULES, DROP",
			"TAIL, RECORD_ONLY" })
	void followsCallerThatDoesNotKeep(SamplingStrategy strategy, SamplingDecision expected) {
		assertThat(decide(sampler(strategy, 1), caller(false), "/")).isEqualTo(expected);
	}

	@ParameterizedTest
	@EnumSource
	void recordsNothingBelowWhatIsNotRecorded(SamplingStrategy strategy) {
		Context parent = Context.root()
			.with(Span.wrap(SpanContext.create(TailTracing.TRACE, "b7ad6b7169203331", TraceFlags.getDefault(),
					TraceState.getDefault())));
		assertThat(decide(sampler(strategy, 1), parent, "/")).isEqualTo(SamplingDecision.DROP);
		assertThat(this.leftOut).hasValue(1);
	}

	@Test
	void choosesItsRatio() {
		StrategySampler sampler = sampler(SamplingStrategy.RATIO, 0.1);
		assertThat(count(10_000, () -> decide(sampler, Context.root(), "/"))).isBetween(850L, 1150L);
		assertThat(this.leftOut.get()).isBetween(8850, 9150);
	}

	@Test
	void choosesTheSameTracesAsOthersWithTheSameRatio() {
		assertThat(TraceRatio.choose("0000000000000000000000000000000f", 0.000001)).isTrue();
		assertThat(TraceRatio.choose("00000000000000007fffffffffffffff", 0.999999)).isFalse();
	}

	@Test
	void limitsTracesOfTheRatio() {
		StrategySampler sampler = sampler(SamplingStrategy.TAIL, 1);
		assertThat(count(500, () -> decide(sampler, Context.root(), "/"))).isEqualTo(100);
		this.clock.addAndGet(Duration.ofMillis(500).toNanos());
		assertThat(count(500, () -> decide(sampler, Context.root(), "/"))).isEqualTo(50);
		this.clock.addAndGet(Duration.ofHours(1).toNanos());
		assertThat(count(500, () -> decide(sampler, Context.root(), "/"))).isEqualTo(100);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEVER")
	void choosesFewTracesOfCallersThatAreNotTrusted(SamplingStrategy strategy) {
		StrategySampler sampler = sampler(strategy, 1);
		assertThat(count(500, () -> decide(sampler, untrusted(), "/"))).isEqualTo(3);
		assertThat(count(50, () -> decide(sampler, Context.root(), "/"))).isEqualTo(50);
		this.clock.addAndGet(Duration.ofHours(1).toNanos());
		assertThat(count(500, () -> decide(sampler, untrusted(), "/"))).isEqualTo(3);
	}

	@Test
	void capsCallersThatAreNotTrustedWithRulesAndChangesToo() {
		StrategySampler ruled = sampler(SamplingStrategy.RULES, 0, rule("/orders", 1));
		assertThat(count(50, () -> decide(ruled, untrusted(), "/orders"))).isEqualTo(3);
		StrategySampler changed = sampler(SamplingStrategy.RATIO, 0);
		this.control.change(new SamplingChange(1, null, Duration.ofMinutes(10)));
		assertThat(count(50, () -> decide(changed, untrusted(), "/"))).isEqualTo(3);
	}

	@Test
	void asksRulesInTheirOrder() {
		StrategySampler sampler = sampler(SamplingStrategy.RULES, 1, rule("/orders/internal", 0), rule("/orders/**", 1),
				rule("/**", 0));
		assertThat(decide(sampler, Context.root(), "/orders/internal")).isEqualTo(SamplingDecision.DROP);
		assertThat(decide(sampler, Context.root(), "/orders/7")).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
		assertThat(decide(sampler, Context.root(), "/carts")).isEqualTo(SamplingDecision.DROP);
	}

	@ParameterizedTest
	@EnumSource
	void followsChangeAtRunTimeUntilItIsOver(SamplingStrategy strategy) {
		StrategySampler sampler = sampler(strategy, 0);
		SamplingDecision before = decide(sampler, Context.root(), "/a");
		this.control.change(new SamplingChange(1, "/a", Duration.ofMinutes(10)));
		assertThat(decide(sampler, Context.root(), "/a")).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
		this.clock.addAndGet(Duration.ofMinutes(10).toNanos());
		assertThat(decide(sampler, Context.root(), "/a")).isEqualTo(before);
	}

	@Test
	void takesBackChange() {
		this.control.change(new SamplingChange(1, null, Duration.ofMinutes(10)));
		assertThat(this.control.current()).get().extracting(SamplingChange::ratio).isEqualTo(1.0);
		this.control.revert();
		assertThat(this.control.current()).isEmpty();
	}

	private static long count(int times, Supplier<SamplingDecision> decisions) {
		return Stream.generate(decisions).limit(times).filter(SamplingDecision.RECORD_AND_SAMPLE::equals).count();
	}

	private static SamplingDecision decide(StrategySampler sampler, Context parent, String path) {
		return sampler
			.shouldSample(parent, IdGenerator.random().generateTraceId(), "GET", SpanKind.SERVER,
					Attributes.builder().put("url.path", path).build(), List.of())
			.getDecision();
	}

	private static Context caller(boolean sampled) {
		TraceFlags flags = sampled ? TraceFlags.getSampled() : TraceFlags.getDefault();
		return Context.root()
			.with(Span.wrap(SpanContext.createFromRemoteParent(TailTracing.TRACE, "b7ad6b7169203331", flags,
					TraceState.getDefault())));
	}

	private static Context untrusted() {
		return new SightlinePropagator(List.of(), List.of(),
				new RecipientPolicy(HostPolicy.of(List.of()), (carrier) -> Destination.UNKNOWN), null,
				TrustPolicy.of(List.of("never")), (carrier) -> null)
			.extract(Context.root(), "", new NoHeaders());
	}

	private static SamplingRule rule(String route, double ratio) {
		return new ConfiguredRule(route, null, Map.of(), ratio);
	}

	private StrategySampler sampler(SamplingStrategy strategy, double ratio, SamplingRule... rules) {
		return new StrategySampler(new SamplingSettings(strategy, ratio, 100, 3, Duration.ofSeconds(1), List.of(rules)),
				this.control, this.leftOut::incrementAndGet, this.clock::get);
	}

	private static final class NoHeaders implements TextMapGetter<String> {

		@Override
		public Iterable<String> keys(String carrier) {
			return List.of();
		}

		@Override
		public @Nullable String get(@Nullable String carrier, String key) {
			return null;
		}

	}

}
