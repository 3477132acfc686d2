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

import java.net.URI;
import java.util.List;

import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.semconv.CodeAttributes;
import io.opentelemetry.semconv.DbAttributes;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.HttpAttributes;
import io.opentelemetry.semconv.ServerAttributes;
import io.opentelemetry.semconv.UrlAttributes;
import io.opentelemetry.semconv.incubating.MessagingIncubatingAttributes;
import io.opentelemetry.semconv.incubating.UrlIncubatingAttributes;
import io.sightline.tracing.RequestPathTracingObservationHandler;
import io.sightline.tracing.RequestSpans;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpanConventions} and the handlers that use them.
 */
class SpanConventionsTests {

	private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ObservationRegistry registry = ObservationRegistry.create();

	SpanConventionsTests() {
		Tracer otel = SdkTracerProvider.builder()
			.addSpanProcessor(SimpleSpanProcessor.create(this.exporter))
			.build()
			.get("test");
		OtelTracer tracer = new OtelTracer(otel, new OtelCurrentTraceContext(), (event) -> {
		});
		OtelPropagator propagator = new OtelPropagator(ContextPropagators.noop(), otel);
		SpanConventions conventions = new SpanConventions();
		this.registry.observationConfig()
			.observationHandler(new DefaultMeterObservationHandler(this.meters))
			.observationHandler(
					new io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler(
							new RequestPathTracingObservationHandler(tracer, propagator, SpanConventionsTests::facts,
									conventions, new RequestSpans(otel, TextMapPropagator.noop())),
							new SemanticSenderHandler(tracer, propagator, conventions,
									new SenderSpans(otel, TextMapPropagator.noop())),
							new SemanticSpanHandler(tracer, conventions)));
	}

	private static @Nullable RequestFacts facts(Object carrier) {
		return (carrier instanceof HttpServletRequest request) ? new RequestFacts(request.getMethod(),
				request.getScheme(), request.getRequestURI(), request.getServerName(), request.getServerPort(), "1.1")
				: null;
	}

	@Test
	void namesServerSpanByMethodAndRoute() {
		SpanData span = serve("POST", "/orders/7", "/orders/{id}", 201);
		assertThat(span.getName()).isEqualTo("POST /orders/{id}");
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
		assertThat(span.getAttributes().asMap()).containsEntry(HttpAttributes.HTTP_ROUTE, "/orders/{id}")
			.containsEntry(HttpAttributes.HTTP_REQUEST_METHOD, "POST")
			.containsEntry(HttpAttributes.HTTP_RESPONSE_STATUS_CODE, 201L)
			.containsEntry(UrlAttributes.URL_PATH, "/orders/7")
			.containsEntry(UrlAttributes.URL_SCHEME, "http")
			.containsEntry(ServerAttributes.SERVER_ADDRESS, "localhost")
			.containsEntry(ServerAttributes.SERVER_PORT, 80L)
			.doesNotContainKey(ErrorAttributes.ERROR_TYPE);
	}

	@ParameterizedTest
	@CsvSource({ "GET, , 404, GET", "BREW, , 405, HTTP", "GET, /, 200, GET /" })
	void namesServerSpanWithoutRoute(String method, @Nullable String route, int status, String name) {
		SpanData span = serve(method, "/", route, status);
		assertThat(span.getName()).isEqualTo(name);
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
	}

	@Test
	void tellsMethodThatIsNone() {
		assertThat(serve("BREW", "/", null, 405).getAttributes().asMap())
			.containsEntry(HttpAttributes.HTTP_REQUEST_METHOD, "_OTHER")
			.containsEntry(HttpAttributes.HTTP_REQUEST_METHOD_ORIGINAL, "BREW");
	}

	@Test
	void tellsFailureOfServer() {
		SpanData span = serve("GET", "/orders", "/orders", 503);
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(span.getAttributes().get(ErrorAttributes.ERROR_TYPE)).isEqualTo("503");
	}

	@Test
	void hasKeyValuesOfApplicationAndItsOwnErrorType() {
		this.registry.observationConfig()
			.observationFilter((context) -> context.addLowCardinalityKeyValue(KeyValue.of("tenant", "blue"))
				.addLowCardinalityKeyValue(KeyValue.of("error.type", "none"))
				.addHighCardinalityKeyValue(KeyValue.of("order", "7")));
		assertThat(serve("GET", "/orders", "/orders", 503).getAttributes().asMap())
			.containsEntry(AttributeKey.stringKey("tenant"), "blue")
			.containsEntry(AttributeKey.stringKey("order"), "7")
			.containsEntry(ErrorAttributes.ERROR_TYPE, "503")
			.doesNotContainKey(AttributeKey.stringKey("outcome"));
	}

	@Test
	void keepsNamesOfMeters() {
		serve("POST", "/orders/7", "/orders/{id}", 201);
		Timer timer = this.meters.get("http.server.requests").timer();
		assertThat(timer.getId().getTags()).extracting((tag) -> tag.getKey() + "=" + tag.getValue())
			.containsExactlyInAnyOrder("error=none", "exception=none", "method=POST", "outcome=SUCCESS", "status=201",
					"uri=/orders/{id}");
	}

	@ParameterizedTest
	@CsvSource({ "/users/{id}, GET /users/{id}", ", GET" })
	void namesClientSpanByMethodAndTemplate(@Nullable String template, String name) {
		SpanData span = call(template, 200);
		assertThat(span.getName()).isEqualTo(name);
		assertThat(span.getAttributes().get(UrlIncubatingAttributes.URL_TEMPLATE)).isEqualTo(template);
		assertThat(span.getAttributes().asMap()).containsEntry(UrlAttributes.URL_FULL, "https://users:8443/users/7?a=b")
			.containsEntry(ServerAttributes.SERVER_ADDRESS, "users")
			.containsEntry(ServerAttributes.SERVER_PORT, 8443L)
			.containsEntry(HttpAttributes.HTTP_RESPONSE_STATUS_CODE, 200L);
	}

	@Test
	void takesAnswerFrom400ForFailedCall() {
		SpanData span = call("/users/{id}", 404);
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(span.getAttributes().get(ErrorAttributes.ERROR_TYPE)).isEqualTo("404");
	}

	@Test
	void namesMessagesByOperationAndDestination() {
		SenderContext<Object> sent = new SenderContext<>((carrier, key, value) -> {
		}, Kind.PRODUCER);
		sent.setCarrier("message");
		sent.addLowCardinalityKeyValue(KeyValue.of("messaging.system", "kafka"));
		sent.addLowCardinalityKeyValue(KeyValue.of("messaging.operation", "publish"));
		sent.addLowCardinalityKeyValue(KeyValue.of("messaging.destination.kind", "topic"));
		sent.addLowCardinalityKeyValue(KeyValue.of("messaging.destination.name", "orders"));
		SpanData span = observe(Observation.createNotStarted("spring.kafka.template", () -> sent, this.registry));
		assertThat(span.getName()).isEqualTo("send orders");
		assertThat(span.getAttributes().asMap()).containsEntry(MessagingIncubatingAttributes.MESSAGING_OPERATION_TYPE,
				"send");
	}

	@Test
	void namesReceivedMessages() {
		ReceiverContext<Object> received = new ReceiverContext<>((carrier, key) -> null, Kind.CONSUMER);
		received.setCarrier("message");
		received.addLowCardinalityKeyValue(KeyValue.of("messaging.source.name", "orders"));
		received.addHighCardinalityKeyValue(KeyValue.of("messaging.kafka.message.offset", "12"));
		SpanData span = observe(Observation.createNotStarted("spring.kafka.listener", () -> received, this.registry));
		assertThat(span.getName()).isEqualTo("process orders");
		assertThat(span.getAttributes().asMap())
			.containsEntry(MessagingIncubatingAttributes.MESSAGING_DESTINATION_NAME, "orders")
			.containsEntry(MessagingIncubatingAttributes.MESSAGING_KAFKA_OFFSET, 12L);
	}

	@Test
	void namesCommandsToRedis() {
		SpanData span = observe(Observation.createNotStarted("lettuce", this.registry)
			.lowCardinalityKeyValue("db.system", "redis")
			.lowCardinalityKeyValue("db.operation", "GET")
			.lowCardinalityKeyValue("net.sock.peer.addr", "cache")
			.lowCardinalityKeyValue("net.sock.peer.port", "6379"));
		assertThat(span.getName()).isEqualTo("GET");
		assertThat(span.getAttributes().asMap()).containsEntry(DbAttributes.DB_SYSTEM_NAME, "redis")
			.containsEntry(DbAttributes.DB_OPERATION_NAME, "GET")
			.containsEntry(ServerAttributes.SERVER_ADDRESS, "cache")
			.containsEntry(ServerAttributes.SERVER_PORT, 6379L);
	}

	@Test
	void namesFunctions() {
		SpanData span = observe(Observation.createNotStarted("tasks.scheduled.execution", this.registry)
			.contextualName("task report.run")
			.lowCardinalityKeyValue("code.function", "run")
			.lowCardinalityKeyValue("code.namespace", "com.example.Report")
			.lowCardinalityKeyValue("outcome", "SUCCESS"));
		assertThat(span.getName()).isEqualTo("task report.run");
		assertThat(span.getAttributes().get(CodeAttributes.CODE_FUNCTION_NAME)).isEqualTo("com.example.Report.run");
	}

	@Test
	void keepsWhatTheApplicationAdds() {
		Observation own = Observation.createNotStarted("checkout", this.registry)
			.lowCardinalityKeyValue("tier", "gold");
		own.start().error(new IllegalStateException("no"));
		own.stop();
		SpanData span = only();
		assertThat(span.getName()).isEqualTo("checkout");
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(span.getAttributes().asMap()).containsEntry(AttributeKey.stringKey("tier"), "gold")
			.containsEntry(ErrorAttributes.ERROR_TYPE, IllegalStateException.class.getName());
	}

	@Test
	void hasOnlyAttributesOfTheConventions() {
		serve("GET", "/orders/7", "/orders/{id}", 503);
		call("/users/{id}", 404);
		namesMessagesByOperationAndDestination();
		namesReceivedMessages();
		namesCommandsToRedis();
		namesFunctions();
		assertThat(this.exporter.getFinishedSpanItems()).hasSize(6)
			.allSatisfy(
					(span) -> assertThat(SpanKeysTests.CONVENTIONS).containsAll(span.getAttributes().asMap().keySet()));
	}

	private SpanData serve(String method, String path, @Nullable String route, int status) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		MockHttpServletResponse response = new MockHttpServletResponse();
		response.setStatus(status);
		ServerRequestObservationContext context = new ServerRequestObservationContext(request, response);
		if (route != null) {
			context.setPathPattern(route);
		}
		return observe(Observation.createNotStarted(new DefaultServerRequestObservationConvention(), () -> context,
				this.registry));
	}

	private SpanData call(@Nullable String template, int status) {
		ClientRequestObservationContext context = new ClientRequestObservationContext(
				new MockClientHttpRequest(HttpMethod.GET, URI.create("https://users:8443/users/7?a=b")));
		if (template != null) {
			context.setUriTemplate("https://users:8443" + template);
		}
		context.setResponse(new MockClientHttpResponse(new byte[0], HttpStatus.valueOf(status)));
		return observe(Observation.createNotStarted(new DefaultClientRequestObservationConvention(), () -> context,
				this.registry));
	}

	private SpanData observe(Observation observation) {
		observation.start().stop();
		List<SpanData> spans = this.exporter.getFinishedSpanItems();
		return spans.get(spans.size() - 1);
	}

	private SpanData only() {
		assertThat(this.exporter.getFinishedSpanItems()).hasSize(1);
		return this.exporter.getFinishedSpanItems().get(0);
	}

}
