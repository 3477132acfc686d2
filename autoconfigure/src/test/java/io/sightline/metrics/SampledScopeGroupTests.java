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

package io.sightline.metrics;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationRegistry.ObservationConfig;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationHandlerGroup;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SampledScopeGroup}.
 */
class SampledScopeGroupTests {

	/**
	 * Whether a span was current, of each time that a meter was recorded.
	 */
	private final List<Boolean> current = new ArrayList<>();

	private final List<ObservationHandler<?>> left = new ArrayList<>();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, new MockClock());

	private boolean onlyExemplars = true;

	SampledScopeGroupTests() {
		this.meters.config().onMeterAdded((meter) -> {
			if (meter instanceof Timer) {
				this.current.add(Span.current().getSpanContext().isValid());
			}
		});
	}

	@Test
	void makesSpanCurrentThatIsKept() {
		observe(Sampler.alwaysOn(), new CachedTimerObservationHandler(this.meters));
		assertThat(this.current).containsExactly(true);
		assertThat(this.meters.get("work").timer().count()).isOne();
	}

	@Test
	void opensNoScopeForSpanThatIsNotKept() {
		observe(Sampler.alwaysOff(), new CachedTimerObservationHandler(this.meters));
		assertThat(this.current).containsExactly(false);
		assertThat(this.meters.get("work").timer().count()).isOne();
	}

	@Test
	void putsSpanThatIsNotKeptInFrontOfAnotherThatIs() {
		try (SdkTracerProvider provider = SdkTracerProvider.builder().build();
				Scope scope = provider.get("other").spanBuilder("job").startSpan().makeCurrent()) {
			SpanContext job = Span.current().getSpanContext();
			assertThat(job.isSampled()).isTrue();
			this.meters.config().onMeterAdded((meter) -> this.current.add(Span.current().getSpanContext().equals(job)));
			observe(Sampler.alwaysOff(), new CachedTimerObservationHandler(this.meters));
		}
		// A span is current, and it is not the job's.
		assertThat(this.current).containsSequence(true, false);
	}

	@Test
	void leavesHandlerOfAnotherToBoot() {
		DefaultMeterObservationHandler other = new DefaultMeterObservationHandler(this.meters);
		observe(Sampler.alwaysOff(), other);
		assertThat(this.left).contains(other);
	}

	@Test
	void leavesAllToBootWhereOthersAskForTheSpan() {
		this.onlyExemplars = false;
		CachedTimerObservationHandler timers = new CachedTimerObservationHandler(this.meters);
		observe(Sampler.alwaysOff(), timers);
		assertThat(this.left).contains(timers);
	}

	private void observe(Sampler sampler, DefaultMeterObservationHandler handler) {
		try (SdkTracerProvider provider = SdkTracerProvider.builder().setSampler(sampler).build()) {
			Tracer tracer = new OtelTracer(provider.get("test"), new OtelCurrentTraceContext(), (event) -> {
			});
			ObservationRegistry registry = ObservationRegistry.create();
			new SampledScopeGroup(new Boots(), tracers(tracer), () -> this.onlyExemplars).registerMembers(
					registry.observationConfig(), List.of(new DefaultTracingObservationHandler(tracer), handler));
			Observation.createNotStarted("work", registry).start().stop();
		}
	}

	private static ObjectProvider<Tracer> tracers(Tracer tracer) {
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		beans.registerSingleton("tracer", tracer);
		return beans.getBeanProvider(Tracer.class);
	}

	/**
	 * Stands for Boot's, which is not public.
	 */
	private final class Boots implements ObservationHandlerGroup {

		@Override
		public void registerMembers(ObservationConfig config, List<ObservationHandler<?>> members) {
			SampledScopeGroupTests.this.left.addAll(members);
			members.forEach(config::observationHandler);
		}

		@Override
		public Class<?> handlerType() {
			return TracingObservationHandler.class;
		}

	}

}
