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

package io.sightline.tracing.semconv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.otel.bridge.OtelBaggageManager;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SenderSpans}: but for the parent inside of an observation, what they
 * do is what the bridge does.
 */
class SenderSpansTests {

	private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

	private final Tracer spans = SdkTracerProvider.builder()
		.addSpanProcessor(SimpleSpanProcessor.create(this.exporter))
		.build()
		.get("test");

	private final TextMapPropagator propagator = TextMapPropagator.composite(W3CTraceContextPropagator.getInstance(),
			W3CBaggagePropagator.getInstance());

	private final OtelCurrentTraceContext current = new OtelCurrentTraceContext();

	private final OtelTracer tracer = new OtelTracer(this.spans, this.current, (event) -> {
	}, new OtelBaggageManager(this.current, List.of("tenant"), List.of()));

	private ObservationRegistry registry = ObservationRegistry.create();

	private final Map<String, String> headers = new HashMap<>();

	@ParameterizedTest
	@CsvSource({ "true,CLIENT", "false,CLIENT", "true,PRODUCER", "false,PRODUCER", "true,SERVER", "true,CONSUMER" })
	void isBelowObservationAndTellsReceiver(boolean direct, Kind kind) {
		register(direct);
		Observation work = Observation.start("work", this.registry);
		SenderContext<Object> context = context(kind);
		work.scoped(() -> send(context));
		work.stop();
		// So that it is what it says: the short way, or the bridge's.
		assertThat(context.<TracingContext>get(TracingContext.class))
			.matches((tracing) -> tracing instanceof OneScopeTracingContext == direct);
		SpanData call = named("send");
		assertThat(call.getParentSpanId()).isEqualTo(named("work").getSpanId());
		assertThat(call.getKind().name()).isEqualTo(kind.name());
		assertThat(this.headers.get("traceparent"))
			.startsWith("00-" + call.getTraceId() + "-" + call.getSpanId() + "-");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void isBelowSpanThatApplicationMadeCurrent(boolean direct) {
		register(direct);
		Span own = this.spans.spanBuilder("own").startSpan();
		try (var baggage = Baggage.builder().put("tenant", "blue").build().makeCurrent();
				var scope = own.makeCurrent()) {
			send(context(Kind.CLIENT));
		}
		assertThat(named("send").getParentSpanId()).isEqualTo(own.getSpanContext().getSpanId());
		assertThat(this.headers).containsEntry("baggage", "tenant=blue");
		assertThat(Span.current().getSpanContext().isValid()).isFalse();
	}

	@Test
	void isBelowSpanThatApplicationMadeCurrentInsideOfObservation() {
		register(true);
		Observation work = Observation.start("work", this.registry);
		work.scoped(() -> {
			Span own = this.spans.spanBuilder("own").startSpan();
			try (var scope = own.makeCurrent()) {
				send(context(Kind.CLIENT));
			}
			own.end();
		});
		assertThat(named("send").getParentSpanId()).isEqualTo(named("own").getSpanId());
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void makesBaggageOfKeyValues(boolean direct) {
		register(direct);
		AtomicReference<Baggage> baggage = new AtomicReference<>(Baggage.empty());
		Observation work = Observation.start("work", this.registry);
		work.scoped(() -> Observation.createNotStarted("send", () -> context(Kind.CLIENT), this.registry)
			.lowCardinalityKeyValue("tenant", "blue")
			.observe(() -> baggage.set(Baggage.current())));
		assertThat(baggage.get().getEntryValue("tenant")).isEqualTo("blue");
		assertThat(Baggage.current().isEmpty()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void restoresWhatWasCurrentBeforeEachOfItsScopes(boolean direct) {
		register(direct);
		Observation work = Observation.start("work", this.registry);
		work.scoped(() -> {
			Span before = Span.current();
			Observation call = Observation.createNotStarted("send", () -> context(Kind.CLIENT), this.registry).start();
			try (Observation.Scope outer = call.openScope()) {
				String id = Span.current().getSpanContext().getSpanId();
				try (Observation.Scope inner = call.openScope()) {
					assertThat(Span.current().getSpanContext().getSpanId()).isEqualTo(id);
				}
				assertThat(Span.current().getSpanContext().getSpanId()).isEqualTo(id);
			}
			assertThat(Span.current().getSpanContext()).isEqualTo(before.getSpanContext());
			call.stop();
		});
		assertThat(Span.current().getSpanContext().isValid()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void startsTraceWhereNothingIsCurrent(boolean direct) {
		register(direct);
		send(context(Kind.CLIENT));
		assertThat(named("send").getParentSpanContext().isValid()).isFalse();
		assertThat(this.headers).containsKey("traceparent");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void isCurrentWhileItsScopeIsOpenAndHasChildren(boolean direct) {
		register(direct);
		AtomicReference<String> current = new AtomicReference<>();
		Observation work = Observation.start("work", this.registry);
		work.scoped(
				() -> Observation.createNotStarted("send", () -> context(Kind.CLIENT), this.registry).observe(() -> {
					current.set(Span.current().getSpanContext().getSpanId());
					Observation.createNotStarted("inner", this.registry).observe(() -> {
					});
				}));
		work.stop();
		assertThat(current).hasValue(named("send").getSpanId());
		assertThat(named("inner").getParentSpanId()).isEqualTo(named("send").getSpanId());
		assertThat(Span.current().getSpanContext().isValid()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void tellsServiceThatIsCalled(boolean direct) {
		register(direct);
		SenderContext<Object> context = context(Kind.CLIENT);
		context.setRemoteServiceAddress("http://stock:8080");
		Observation work = Observation.start("work", this.registry);
		work.scoped(() -> send(context));
		assertThat(named("send").getAttributes().asMap().values()).contains("stock", 8080L);
	}

	@Test
	void saysWhatBridgeSays() {
		register(true);
		Observation.start("work", this.registry).scoped(() -> send(context(Kind.CLIENT)));
		SpanData direct = named("send");
		this.exporter.reset();
		register(false);
		Observation.start("work", this.registry).scoped(() -> send(context(Kind.CLIENT)));
		SpanData bridge = named("send");
		assertThat(direct.getAttributes()).isEqualTo(bridge.getAttributes());
		assertThat(direct.getStatus()).isEqualTo(bridge.getStatus());
		assertThat(direct.getLinks()).isEqualTo(bridge.getLinks());
	}

	private SenderContext<Object> context(Kind kind) {
		SenderContext<Object> context = new SenderContext<>((carrier, name, value) -> this.headers.put(name, value),
				kind);
		context.setCarrier(this.headers);
		return context;
	}

	private void send(SenderContext<Object> context) {
		Observation.createNotStarted("send", () -> context, this.registry).observe(() -> {
		});
	}

	private SpanData named(String name) {
		List<SpanData> found = this.exporter.getFinishedSpanItems()
			.stream()
			.filter((span) -> span.getName().equals(name))
			.toList();
		assertThat(found).hasSize(1);
		return found.get(0);
	}

	private void register(boolean direct) {
		SpanConventions conventions = new SpanConventions();
		this.registry = ObservationRegistry.create();
		this.registry.observationConfig()
			.observationHandler(
					new io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler(
							new SemanticSenderHandler(this.tracer,
									new OtelPropagator(ContextPropagators.create(this.propagator), this.spans),
									conventions, (direct) ? new SenderSpans(this.spans, this.propagator) : null),
							new SemanticSpanHandler(this.tracer, conventions)));
	}

}
