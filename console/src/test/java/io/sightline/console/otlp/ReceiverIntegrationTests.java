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

package io.sightline.console.otlp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.sightline.console.ConsoleClient;
import io.sightline.console.ConsoleTest;
import io.sightline.console.Otlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@ConsoleTest
class ReceiverIntegrationTests {

	private static final String PROTOBUF = "application/x-protobuf";

	private static final String JSON = "application/json";

	private final ConsoleClient console;

	ReceiverIntegrationTests(@LocalServerPort int port) {
		this.console = new ConsoleClient(port);
	}

	@Test
	void keepsSpansInProtobuf() {
		this.console.traces(Otlp.of("protobuf").request(0x101, 5, true, "http.route", "/things/{id}"));
		JsonNode span = span(0x101);
		assertThat(span.path("service").asString()).isEqualTo("protobuf");
		assertThat(span.path("name").asString()).isEqualTo("GET /things/{id}");
		assertThat(span.path("kind").asString()).isEqualTo("SERVER");
		assertThat(span.path("duration_us").asLong()).isEqualTo(5000);
		assertThat(span.path("failed").asBoolean()).isTrue();
		assertThat(span.at("/details/status_message").asString()).isEqualTo("it broke");
		assertThat(span.at("/details/attributes").path("http.route").asString()).isEqualTo("/things/{id}");
	}

	@Test
	void keepsSpansInJson() {
		String body = """
				{"resourceSpans": [{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "json"}}]},
				"scopeSpans": [{"unknown": 1, "spans": [{"traceId": "%s", "spanId": "%s", "kind": 2, "name": "GET /json",
				"startTimeUnixNano": "%d", "endTimeUnixNano": %d,
				"attributes": [{"key": "n", "value": {"intValue": "7"}}, {"key": "l", "value": {"arrayValue": {"values":
				[{"stringValue": "a"}, {"boolValue": true}]}}}], "status": {"code": 2}}]}]}]}"""
			.formatted(Otlp.traceId(0x102), Otlp.spanId(0x102), Otlp.of("").now(), Otlp.of("").now() + 2_000_000);
		HttpResponse<String> response = this.console.export("/v1/traces", JSON, utf8(body));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{}");
		JsonNode span = span(0x102);
		assertThat(span.path("service").asString()).isEqualTo("json");
		assertThat(span.path("failed").asBoolean()).isTrue();
		assertThat(span.at("/details/attributes/n").asInt()).isEqualTo(7);
		assertThat(span.at("/details/attributes/l").asString()).isEqualTo("[\"a\",true]");
	}

	@Test
	void keepsCompressedSpans() {
		byte[] body = gzip(Otlp.of("gzip").request(0x103, 1, false).traces());
		assertThat(this.console.export("/v1/traces", PROTOBUF, body, "Content-Encoding", "gzip").statusCode())
			.isEqualTo(200);
		assertThat(span(0x103).path("service").asString()).isEqualTo("gzip");
	}

	@Test
	void keepsLogLines() {
		this.console.logs(Otlp.of("logger").line(17, "it is broken", 0x104, 0x104));
		await().untilAsserted(() -> {
			JsonNode line = this.console.get("/api/logs", "trace_id", Otlp.traceId(0x104)).at("/lines/0");
			assertThat(line.path("body").asString()).isEqualTo("it is broken");
			assertThat(line.path("level").asString()).isEqualTo("ERROR");
			assertThat(line.path("logger").asString()).isEqualTo("com.example.Things");
			assertThat(line.path("service").asString()).isEqualTo("logger");
		});
	}

	@Test
	void countsValuesOfMeters() {
		long before = this.console.get("/api/overview").at("/store/points/rows").asLong();
		String body = """
				{"resourceMetrics": [{"scopeMetrics": [{"metrics": [
				{"name": "a", "gauge": {"dataPoints": [{"timeUnixNano": "%1$d", "asDouble": 1.5}]}},
				{"name": "b", "sum": {"dataPoints": [{"timeUnixNano": "%1$d", "asInt": "3"}]}},
				{"name": "c", "histogram": {"dataPoints": [{"timeUnixNano": "%1$d", "count": "3", "sum": 4.5}]}}]}]}]}"""
			.formatted(Otlp.of("").now());
		assertThat(this.console.export("/v1/metrics", JSON, utf8(body)).statusCode()).isEqualTo(200);
		await().untilAsserted(() -> assertThat(this.console.get("/api/overview").at("/store/points/rows").asLong())
			.isEqualTo(before + 4));
	}

	@Test
	void saysWhichSpansItDoesNotTake() {
		Otlp export = Otlp.of("partial").request(0x105, 1, false).span(Span.newBuilder().setName("no ids").build());
		byte[] json = utf8("{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [{\"traceId\": \"\"}]}]}]}");
		assertThat(this.console.export("/v1/traces", PROTOBUF, export.traces()).body()).contains("valid id or time");
		assertThat(this.console.export("/v1/traces", JSON, json).body()).contains("\"rejectedSpans\":\"1\"");
		assertThat(span(0x105).path("service").asString()).isEqualTo("partial");
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage", "{", "[]", "null", "{\"resourceSpans\": 1}", "{\"resourceSpans\": [1]}",
			"{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [{\"traceId\": \"xyz\"}]}]}]}",
			"{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [{\"startTimeUnixNano\": \"-\"}]}]}]}",
			"{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [{\"kind\": \"ODD\"}]}]}]}", "{} {}" })
	void refusesAndCountsWhatIsNotJsonOfOtlp(String body) {
		long before = malformed();
		assertThat(this.console.export("/v1/traces", JSON, utf8(body)).statusCode()).isEqualTo(400);
		assertThat(malformed()).isEqualTo(before + 1);
	}

	@Test
	void refusesJsonThatIsNestedTooDeeply() {
		String value = "{\"arrayValue\":{\"values\":[".repeat(200) + "]}}".repeat(200);
		String body = "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"k\",\"value\":" + value + "}]}}]}";
		assertThat(this.console.export("/v1/traces", JSON, utf8(body)).statusCode()).isEqualTo(413);
	}

	@Test
	void refusesProtobufThatIsNestedTooDeeply() {
		AnyValue value = AnyValue.newBuilder().setStringValue("deep").build();
		for (int i = 0; i < 40; i++) {
			value = AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(value)).build();
		}
		Span span = Otlp.of("deep")
			.request(0x10a, 1, false)
			.tracesMessage()
			.getResourceSpans(0)
			.getScopeSpans(0)
			.getSpans(0)
			.toBuilder()
			.addAttributes(KeyValue.newBuilder().setKey("k").setValue(value))
			.build();
		byte[] body = Otlp.of("deep").span(span).traces();
		assertThat(this.console.export("/v1/traces", PROTOBUF, body).statusCode()).isEqualTo(400);
	}

	@Test
	void refusesMoreItemsThanItTakesAtATime() {
		Otlp export = Otlp.of("many");
		for (int i = 0; i <= 20_000; i++) {
			export.span(Span.getDefaultInstance());
		}
		HttpResponse<String> response = this.console.export("/v1/traces", PROTOBUF, export.traces());
		assertThat(response.statusCode()).isEqualTo(413);
		assertThat(response.body()).contains("20000 items");
	}

	@Test
	void makesNothingOfMorePartsThanItTakes() {
		byte[] emptySpans = new byte[2 * Parts.MAX + 2];
		for (int i = 0; i < emptySpans.length; i += 2) {
			emptySpans[i] = 0x12;
		}
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> Parts.check(emptySpans, ScopeSpans.getDescriptor()))
			.withMessageContaining("parts");
	}

	@Test
	void readsNoMoreJsonThanItTakes() {
		byte[] body = utf8("{\"resourceSpans\":[" + "[],".repeat(600_000) + "[]]}");
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> Encoding.JSON.read(body, Signal.TRACES.newRequest()))
			.withMessageContaining("at a time");
	}

	@Test
	void refusesProtobufThatIsCutOff() {
		byte[] body = Otlp.of("cut").request(0x106, 1, false).traces();
		byte[] cut = Arrays.copyOf(body, body.length - 3);
		assertThat(this.console.export("/v1/traces", PROTOBUF, cut).statusCode()).isEqualTo(400);
	}

	@Test
	void survivesWhateverIsInTheBody() {
		Random random = new Random(2026);
		byte[] body = Otlp.of("mutant").request(0x107, 1, false, "a", "b").traces();
		for (int i = 0; i < 300; i++) {
			byte[] mutant = body.clone();
			for (int j = 0; j < 1 + i % 5; j++) {
				mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
			}
			String path = "/v1/" + new String[] { "traces", "logs", "metrics" }[i % 3];
			assertThat(this.console.export(path, PROTOBUF, mutant).statusCode()).isIn(200, 400);
		}
		this.console.get("/api/overview");
		this.console.get("/api/traces");
	}

	@Test
	void refusesWhatSaysItIsCompressedAndIsNot() {
		assertThat(this.console.export("/v1/traces", PROTOBUF, utf8("plain"), "Content-Encoding", "gzip").statusCode())
			.isEqualTo(400);
	}

	@Test
	void refusesWhatIsTooLarge() {
		assertThat(this.console.export("/v1/traces", PROTOBUF, new byte[300_000]).statusCode()).isEqualTo(413);
	}

	@Test
	void refusesWhatIsTooLargeWhenDecompressed() {
		byte[] bomb = gzip(new byte[50_000_000]);
		assertThat(bomb).hasSizeLessThan(256 * 1024);
		assertThat(this.console.export("/v1/traces", PROTOBUF, bomb, "Content-Encoding", "gzip").statusCode())
			.isEqualTo(413);
	}

	@Test
	void refusesOtherTypesAndEncodings() {
		byte[] body = Otlp.of("type").request(0x108, 1, false).traces();
		assertThat(this.console.export("/v1/traces", "text/plain", body).statusCode()).isEqualTo(415);
		assertThat(this.console.export("/v1/traces", PROTOBUF, body, "Content-Encoding", "br").statusCode())
			.isEqualTo(415);
	}

	@Test
	void refusesThoseWithoutTheToken() {
		byte[] body = Otlp.of("token").request(0x109, 1, false).traces();
		HttpResponse<String> response = this.console.export("/v1/traces", PROTOBUF, body, "Authorization",
				"Bearer " + ConsoleClient.TOKEN);
		assertThat(response.statusCode()).isEqualTo(401);
	}

	private JsonNode span(long trace) {
		await().until(() -> this.console.ask("/api/traces/" + Otlp.traceId(trace)).statusCode() == 200);
		return this.console.get("/api/traces/" + Otlp.traceId(trace)).at("/spans/0");
	}

	private long malformed() {
		return this.console.get("/api/overview").at("/receiver/malformed").asLong();
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] gzip(byte[] content) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			out.write(content);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return bytes.toByteArray();
	}

}
