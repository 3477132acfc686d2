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

package io.sightline.tracing.propagation;

import java.util.List;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.sightline.tracing.propagation.RecipientPolicy.Destination;
import io.sightline.tracing.propagation.SightlinePropagator.Format;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SightlinePropagator} and {@link TrustPolicy}.
 */
class SightlinePropagatorTests {

	private static final String TRACE = "80f198ee56343ba864fe8b2a57d3eff7";

	private static final String W3C = "traceparent:00-" + TRACE + "-e457b5a2e4d86bd1-01";

	private static final String B3 = "b3:" + TRACE.replace('8', '9') + "-e457b5a2e4d86bd1-1";

	@Test
	void firstFormatThatIsThereCounts() {
		SightlinePropagator propagator = propagator("always", "", List.of(Format.B3, Format.W3C));
		assertThat(extract(propagator, W3C).getSpanContext().getTraceId()).isEqualTo(TRACE);
		assertThat(extract(propagator, W3C, B3).getSpanContext().getTraceId()).isEqualTo(TRACE.replace('8', '9'));
	}

	@Test
	void writesAllFormatsItProduces() {
		SightlinePropagator propagator = propagator("always", "", List.of(Format.values()));
		Carrier sent = Carrier.of();
		Context context = propagator.extract(Context.root(), Carrier.of(W3C), Carrier.GETTER);
		propagator.inject(context, sent,
				(@Nullable Carrier carrier, String name, String value) -> sent.set(name, value));
		assertThat(sent.get("traceparent")).contains(TRACE);
		assertThat(sent.get("b3")).startsWith(TRACE);
		assertThat(sent.get("X-B3-TraceId")).isEqualTo(TRACE);
		assertThat(propagator.fields()).contains("traceparent", "b3", "X-B3-TraceId", "baggage");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			always, 203.0.113.9, true
			never, 10.1.2.3, false
			10.0.0.0/8, 10.1.2.3, true
			10.0.0.0/8, 203.0.113.9, false
			fd00::/8, fd00::1, true
			10.0.0.0/8, unknown, false
			10.0.0.0/8, , true
			""")
	void believesTrustedCallers(String trust, @Nullable String address, boolean trusted) {
		Span span = extract(propagator(trust, address, List.of(Format.W3C)), W3C);
		assertThat(span.getSpanContext().isValid()).isEqualTo(trusted);
	}

	@Test
	void keepsLinkToUntrustedCallerAndNothingElse() {
		SightlinePropagator propagator = propagator("never", "", List.of(Format.W3C));
		Context context = propagator.extract(Context.root(), Carrier.of(W3C, "baggage:a=1"), Carrier.GETTER);
		assertThat(Span.fromContext(context)).isInstanceOfSatisfying(RemoteSpan.class,
				(span) -> assertThat(span.untrusted()).extracting(SpanContext::getTraceId).isEqualTo(TRACE));
		assertThat(Baggage.fromContext(context).isEmpty()).isTrue();
	}

	@Test
	void ignoresDecisionOfUntrustedCaller() {
		SightlinePropagator propagator = propagator("never", "", List.of(Format.B3));
		Context context = propagator.extract(Context.root(), Carrier.of("b3:d"), Carrier.GETTER);
		assertThat(RemoteSpan.of(context)).isNotNull().extracting(RemoteSpan::decision).isEqualTo(RemoteDecision.NONE);
	}

	@Test
	void marksUntrustedCallerThatSaysNothing() {
		SightlinePropagator untrusting = propagator("10.0.0.0/8", "203.0.113.9", List.of(Format.W3C));
		SightlinePropagator trusting = propagator("10.0.0.0/8", "10.1.2.3", List.of(Format.W3C));
		assertThat(TrustPolicy.isUntrusted(untrusting.extract(Context.root(), Carrier.of(), Carrier.GETTER))).isTrue();
		assertThat(TrustPolicy.isUntrusted(trusting.extract(Context.root(), Carrier.of(), Carrier.GETTER))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sometimes", "10.0.0.0/33", "always,never", "never,10.0.0.0/8" })
	void refusesOtherPolicies(String trust) {
		assertThatIllegalArgumentException().isThrownBy(() -> TrustPolicy.of(List.of(trust.split(","))));
	}

	private static SightlinePropagator propagator(String trust, @Nullable String address, List<Format> formats) {
		return new SightlinePropagator(formats, formats, recipients("*"), new BaggagePolicy(List.of(), recipients()),
				TrustPolicy.of(List.of(trust)), (carrier) -> address);
	}

	private static RecipientPolicy recipients(String... hosts) {
		return new RecipientPolicy(HostPolicy.of(List.of(hosts)), (carrier) -> Destination.UNKNOWN);
	}

	private static Span extract(SightlinePropagator propagator, String... headers) {
		return Span.fromContext(propagator.extract(Context.root(), Carrier.of(headers), Carrier.GETTER));
	}

}
