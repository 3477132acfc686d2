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

package io.sightline.console.exchange;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.sightline.console.ConsoleClient;
import io.sightline.console.ConsoleTest;
import io.sightline.console.Otlp;
import io.sightline.console.access.Invited;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ConsoleTest
@TestInstance(Lifecycle.PER_CLASS)
class ExchangeIntegrationTests {

	private static final String CHECKOUT = Otlp.traceId(0xc0);

	/** As long, so that whatever has a place in the file keeps it. */
	private static final String COPY = Otlp.traceId(0xc7);

	private static final JsonMapper mapper = new JsonMapper();

	private final ConsoleClient console;

	private final ApplicationContext context;

	ExchangeIntegrationTests(@LocalServerPort int port, ApplicationContext context) {
		this.console = new ConsoleClient(port);
		this.context = context;
	}

	@BeforeAll
	void send() {
		Otlp shop = Otlp.of("shop")
			.span(new Otlp.Piece(0xc0, 1, 0, SpanKind.SPAN_KIND_SERVER, "POST /orders <b>"), 0, 300, false, "customer",
					"\u00e4 \"quoted\"");
		shop.span(typed(shop.now()));
		this.console.traces(shop);
		this.console.traces(Otlp.of("bank")
			.span(new Otlp.Piece(0xc0, 3, 2, SpanKind.SPAN_KIND_CLIENT, "POST /payments"), 60, 180, true));
		this.console.logs(Otlp.of("bank").line(17, "card declined", 0xc0, 3).line(5, "looked up", 0xc0, 3));
		await().until(() -> this.console.get("/api/overview").at("/store/spans/rows").asLong() >= 3);
		await().until(() -> this.console.get("/api/overview").at("/store/logs/rows").asLong() >= 2);
	}

	private static Span typed(long start) {
		return ExportTraceServiceRequest
			.newBuilder(Otlp.of("shop")
				.span(new Otlp.Piece(0xc0, 2, 1, SpanKind.SPAN_KIND_CONSUMER, "take"), 50, 200, false)
				.tracesMessage())
			.getResourceSpans(0)
			.getScopeSpans(0)
			.getSpans(0)
			.toBuilder()
			.addAttributes(attribute("count", AnyValue.newBuilder().setIntValue(Long.MAX_VALUE).build()))
			.addAttributes(attribute("share", AnyValue.newBuilder().setDoubleValue(0.25).build()))
			.addAttributes(attribute("first", AnyValue.newBuilder().setBoolValue(true).build()))
			.addEvents(Span.Event.newBuilder()
				.setName("exception")
				.setTimeUnixNano(start + 7)
				.addAttributes(attribute("exception.type", AnyValue.newBuilder().setStringValue("Late").build())))
			.build();
	}

	private static KeyValue attribute(String key, AnyValue value) {
		return KeyValue.newBuilder().setKey(key).setValue(value).build();
	}

	@Test
	void takesBackWhatItGaveAway() {
		HttpResponse<String> file = this.console.ask("/api/traces/" + CHECKOUT + "/export");
		assertThat(file.headers().firstValue("Content-Disposition"))
			.hasValue("attachment; filename=\"trace-" + CHECKOUT + ".json\"");
		JsonNode answer = mapper.readTree(post(file.body().replace(CHECKOUT, COPY)).body());
		assertThat(answer.path("spans").asInt()).as(answer.toString()).isEqualTo(3);
		assertThat(answer.path("logs").asInt()).isEqualTo(2);
		assertThat(answer.path("trace_ids").toString()).isEqualTo("[\"" + COPY + "\"]");
		await().until(() -> this.console.ask("/api/traces/" + COPY).statusCode() == 200
				&& this.console.get("/api/traces/" + COPY).path("logs").size() == 2);
		assertThat(withoutIds("/api/traces/" + COPY, COPY)).isEqualTo(withoutIds("/api/traces/" + CHECKOUT, CHECKOUT));
		assertThat(this.console.ask("/api/traces/" + COPY + "/export").body().replace(COPY, CHECKOUT))
			.isEqualTo(file.body());
	}

	@Test
	void givesAwayWhatAnyReceiverTakes() {
		String file = this.console.ask("/api/traces/" + CHECKOUT + "/export").body();
		String other = file.replace(CHECKOUT, Otlp.traceId(0xc8));
		assertThat(this.console.export("/v1/traces", "application/json", other.getBytes(StandardCharsets.UTF_8)).body())
			.isEqualTo("{}");
		assertThat(this.console.export("/v1/logs", "application/json", other.getBytes(StandardCharsets.UTF_8)).body())
			.isEqualTo("{}");
	}

	@Test
	void takesNothingTwice() {
		JsonNode answer = mapper.readTree(post(this.console.ask("/api/traces/" + CHECKOUT + "/export").body()).body());
		assertThat(answer.path("spans").asInt()).isZero();
		assertThat(answer.path("logs").asInt()).isZero();
		assertThat(answer.path("already_there").toString()).isEqualTo("[\"" + CHECKOUT + "\"]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{}|400", "[]|400", "no JSON|400", "{\"resourceSpans\": 1}|400",
			"{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [{\"name\": \"no id\"}]}]}]}|400" })
	void saysWhatIsWrongWithAFile(String file, int status) {
		HttpResponse<String> response = post(file);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(mapper.readTree(response.body()).path("field").asString()).isEqualTo("body");
	}

	@Test
	void takesNoMoreThanTheReceiver() {
		assertThat(post("{\"x\":\"" + "x".repeat(300_000) + "\"}").statusCode()).isEqualTo(413);
		HttpRequest.Builder other = request("x").setHeader("Content-Type", "text/plain")
			.header("Authorization", "Bearer " + ConsoleClient.TOKEN);
		assertThat(this.console.send(other).statusCode()).isEqualTo(415);
	}

	@Test
	void takesNothingFromPagesOfOthers() {
		String cookie = "sightline_console=" + session();
		assertThat(this.console.send(request("{}")).statusCode()).isEqualTo(401);
		assertThat(this.console.send(request("{}").header("Cookie", cookie)).statusCode()).isEqualTo(403);
		HttpRequest.Builder own = request("{}").header("Cookie", cookie).header("X-Console-Request", "1");
		assertThat(this.console.send(own).statusCode()).isEqualTo(400);
		assertThat(this.console.send(own.header("Origin", "http://evil.example")).statusCode()).isEqualTo(403);
	}

	@Test
	void saysThatATraceIsNotThere() {
		this.console.refused(404, "/api/traces/" + Otlp.traceId(0xdead) + "/export");
		assertThat(this.console.refused(400, "/api/traces/xyz/export").path("field").asString()).isEqualTo("id");
	}

	private String session() {
		HttpResponse<String> login = this.console
			.send(HttpRequest.newBuilder(this.console.uri("/login?token=" + Invited.token(this.context))));
		return login.headers().firstValue("Set-Cookie").orElse("").split("[=;]")[1];
	}

	private JsonNode withoutIds(String path, String id) {
		ObjectNode trace = (ObjectNode) mapper.readTree(this.console.ask(path).body().replace(id, "id"));
		trace.path("logs").forEach((line) -> ((ObjectNode) line).remove("seq"));
		return trace;
	}

	private HttpResponse<String> post(String file) {
		return this.console.send(request(file).header("Authorization", "Bearer " + ConsoleClient.TOKEN));
	}

	private HttpRequest.Builder request(String file) {
		return HttpRequest.newBuilder(this.console.uri("/api/traces/import"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(file));
	}

}
