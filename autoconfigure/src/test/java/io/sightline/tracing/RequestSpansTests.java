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

package io.sightline.tracing;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.sightline.tracing.semconv.RequestFacts;
import io.sightline.tracing.semconv.SpanConventions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestSpans}: whatever the bridge does, they do.
 */
class RequestSpansTests {

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

	private final Tracer spans = SdkTracerProvider.builder()
		.addSpanProcessor(SimpleSpanProcessor.create(this.exporter))
		.build()
		.get("test");

	private final TextMapPropagator propagator = TextMapPropagator.composite(W3CTraceContextPropagator.getInstance(),
			W3CBaggagePropagator.getInstance());

	private final OtelTracer tracer = new OtelTracer(this.spans, new OtelCurrentTraceContext(), (event) -> {
	});

	private final MockHttpServletRequest request = new MockHttpServletRequest("PURGE", "/orders/1");

	private final AtomicReference<Baggage> baggage = new AtomicReference<>(Baggage.empty());

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void continuesTraceOfCallerWithItsBaggage(boolean direct) {
		this.request.addHeader("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
		this.request.addHeader("tracestate", "a=1");
		this.request.addHeader("baggage", "tenant=blue");
		SpanData span = receive(direct);
		assertThat(span.getTraceId()).isEqualTo(TRACE);
		assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
		assertThat(span.getParentSpanContext().isRemote()).isTrue();
		assertThat(span.getSpanContext().getTraceState().get("a")).isEqualTo("1");
		assertThat(this.baggage.get().getEntryValue("tenant")).isEqualTo("blue");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void startsTraceWithoutCaller(boolean direct) {
		SpanData span = receive(direct);
		assertThat(span.getParentSpanContext().isValid()).isFalse();
		assertThat(this.baggage.get().isEmpty()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void isBelowSpanThatIsCurrentOtherwise(boolean direct) {
		Span outer = this.spans.spanBuilder("outer").startSpan();
		try (var scope = outer.makeCurrent()) {
			assertThat(receive(direct).getParentSpanId()).isEqualTo(outer.getSpanContext().getSpanId());
		}
		assertThat(Span.current().getSpanContext().isValid()).isFalse();
	}

	@Test
	void saysOfRequestWhatBridgeSays() {
		this.request.addHeader("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
		SpanData direct = receive(true);
		SpanData bridge = receive(false);
		assertThat(direct.getAttributes()).isEqualTo(bridge.getAttributes());
		assertThat(direct.getName()).isEqualTo(bridge.getName());
		assertThat(direct.getKind()).isEqualTo(bridge.getKind());
		assertThat(direct.getStatus()).isEqualTo(bridge.getStatus());
	}

	private SpanData receive(boolean direct) {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig()
			.observationHandler(new RequestPathTracingObservationHandler(this.tracer,
					new OtelPropagator(ContextPropagators.create(this.propagator), this.spans),
					RequestSpansTests::facts, new SpanConventions(),
					(direct) ? new RequestSpans(this.spans, this.propagator) : null));
		ServerRequestObservationContext context = new ServerRequestObservationContext(this.request,
				new MockHttpServletResponse());
		Observation.createNotStarted("http.server.requests", () -> context, registry).observe(() -> {
			this.baggage.set(Baggage.current());
			assertThat(Span.current().getSpanContext().isValid()).isTrue();
		});
		List<SpanData> all = this.exporter.getFinishedSpanItems();
		return all.get(all.size() - 1);
	}

	private static @Nullable RequestFacts facts(Object carrier) {
		return (carrier instanceof MockHttpServletRequest request) ? new RequestFacts(
				String.valueOf(request.getMethod()), request.getScheme(), String.valueOf(request.getRequestURI()),
				request.getServerName(), request.getServerPort(), "1.1") : null;
	}

}
