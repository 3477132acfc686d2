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

package io.sightline.console.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;

import io.sightline.console.ConsoleClient;
import io.sightline.console.ConsoleTest;
import io.sightline.console.Otlp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real Zipkin and a real Prometheus; of Jaeger and OpenSearch the formats of their
 * answers.
 */
@ConsoleTest
@EnabledIf("io.sightline.console.sources.RealProcess#hasPrometheus")
class SourceIntegrationTests {

	private static final long MICROS = Instant.now().toEpochMilli() * 1000;

	private static final String JAEGER = """
			{"data": [{"traceID": "%1$s", "spans": [
			{"traceID": "%1$s", "spanID": "a1", "operationName": "GET /jaeger", "references": [], "startTime": %2$d,
			"duration": 70000, "tags": [{"key": "span.kind", "type": "string", "value": "server"},
			{"key": "error", "type": "bool", "value": true}, {"key": "http.route", "type": "string", "value": "/jaeger"}],
			"logs": [{"timestamp": %2$d, "fields": [{"key": "event", "value": "exception"},
			{"key": "exception.type", "value": "Late"}]}], "processID": "p1"},
			{"traceID": "%1$s", "spanID": "a2", "operationName": "SELECT", "references": [{"refType": "CHILD_OF",
			"traceID": "%1$s", "spanID": "a1"}], "startTime": %2$d, "duration": 10, "tags": [], "logs": [],
			"processID": "p1"}], "processes": {"p1": {"serviceName": "shipping", "tags": [{"key": "service.version",
			"value": "3.1"}]}}}]}"""
		.formatted(Otlp.traceId(0x3a), MICROS);

	private static final String OPENSEARCH = """
			{"took": 1, "hits": {"total": {"value": 1}, "hits": [{"_index": "logs-1", "_source": {
			"timestamp": "%s", "level": "ERROR", "service": "shipping", "logger": "Ship", "message": "parcel lost",
			"trace_id": "%s", "span_id": "00000000000000a1", "order_id": 7}}, {"_source": {"timestamp": "soon"}}]}}"""
		.formatted(Instant.ofEpochMilli(MICROS / 1000), Otlp.traceId(0x3a));

	@SuppressWarnings("NullAway.Init")
	private static RealProcess zipkin;

	@SuppressWarnings("NullAway.Init")
	private static RealProcess prometheus;

	@SuppressWarnings("NullAway.Init")
	private static FormatStub jaeger;

	@SuppressWarnings("NullAway.Init")
	private static FormatStub openSearch;

	private final ConsoleClient console;

	SourceIntegrationTests(@LocalServerPort int port) {
		this.console = new ConsoleClient(port);
	}

	@DynamicPropertySource
	static void sources(DynamicPropertyRegistry registry) throws IOException {
		prometheus = RealProcess.prometheus(Files.createTempDirectory("console-prometheus"));
		zipkin = RealProcess.zipkin();
		jaeger = FormatStub.start((asked) -> (asked.contains(Otlp.traceId(0x3a)) || asked.contains("service=shipping"))
				? JAEGER : "{\"data\": []}");
		openSearch = FormatStub
			.start((asked) -> (asked.contains(Otlp.traceId(0x3a)) || asked.contains("parcel")) ? OPENSEARCH : "{}");
		send();
		registry.add("console.sources.zipkin.url", zipkin::url);
		registry.add("console.sources.prometheus.url", () -> prometheus.url() + "/");
		registry.add("console.sources.jaeger.url", jaeger::url);
		registry.add("console.sources.opensearch.url", openSearch::url);
	}

	private static void send() {
		String spans = """
				[{"traceId": "%1$s", "id": "00000000000000b1", "kind": "SERVER", "name": "get /zipkin", "timestamp": %2$d,
				"duration": 90000, "localEndpoint": {"serviceName": "catalogue"}, "tags": {"error": "it broke"},
				"annotations": [{"timestamp": %2$d, "value": "looked up"}]},
				{"traceId": "%1$s", "parentId": "00000000000000b1", "id": "00000000000000b2", "kind": "CLIENT",
				"name": "select", "timestamp": %2$d, "duration": 1000, "localEndpoint": {"serviceName": "catalogue"}}]"""
			.formatted(Otlp.traceId(0x21), MICROS - 1_000_000);
		assertThat(zipkin.post("/api/v2/spans", spans).statusCode()).isEqualTo(202);
	}

	@AfterAll
	static void stop() {
		zipkin.close();
		prometheus.close();
		jaeger.close();
		openSearch.close();
	}

	@Test
	void findsATraceInZipkin() {
		await().until(() -> this.console.ask("/api/traces/" + Otlp.traceId(0x21)).statusCode() == 200);
		JsonNode trace = this.console.get("/api/traces/" + Otlp.traceId(0x21));
		assertThat(trace.path("source").asString()).isEqualTo("zipkin");
		assertThat(trace.path("spans")).extracting((span) -> span.path("level").asInt()).containsExactly(1, 2);
		JsonNode root = trace.at("/spans/0");
		assertThat(root.path("service").asString()).isEqualTo("catalogue");
		assertThat(root.path("kind").asString()).isEqualTo("SERVER");
		assertThat(root.path("duration_us").asLong()).isEqualTo(90_000);
		assertThat(root.path("failed").asBoolean()).isTrue();
		assertThat(root.at("/details/events/0/name").asString()).isEqualTo("looked up");
	}

	@ParameterizedTest
	@CsvSource({ "service,catalogue,1", "text,ZIPKIN,1", "min_duration,80ms,1", "min_duration,95ms,0",
			"failed,false,0" })
	void findsTracesInZipkin(String parameter, String value, int found) {
		await().untilAsserted(() -> {
			JsonNode page = this.console.get("/api/traces", parameter, value, "since", "1h");
			assertThat(page.path("traces")).filteredOn((trace) -> trace.path("source").asString().equals("zipkin"))
				.hasSize(found);
			assertThat(page.path("sources")).anyMatch((source) -> source.path("source").asString().equals("zipkin")
					&& source.path("found").asInt() == found && source.path("problem").isNull());
		});
	}

	@Test
	void prefersItsStore() {
		this.console.traces(Otlp.of("shop").request(0x5709e, 5, false));
		await().until(() -> this.console.ask("/api/traces/" + Otlp.traceId(0x5709e)).statusCode() == 200);
		JsonNode trace = this.console.get("/api/traces/" + Otlp.traceId(0x5709e));
		assertThat(trace.path("source").asString()).isEqualTo("store");
		assertThat(jaeger.asked()).noneMatch((asked) -> asked.contains(Otlp.traceId(0x5709e)));
	}

	@Test
	void readsTracesAsJaegerTellsThem() {
		JsonNode trace = this.console.get("/api/traces/" + Otlp.traceId(0x3a));
		assertThat(trace.path("source").asString()).isEqualTo("jaeger");
		assertThat(trace.path("spans")).extracting((span) -> span.path("level").asInt()).containsExactly(1, 2);
		assertThat(trace.at("/spans/0/kind").asString()).isEqualTo("SERVER");
		assertThat(trace.at("/spans/0/failed").asBoolean()).isTrue();
		assertThat(trace.at("/spans/0/details/version").asString()).isEqualTo("3.1");
		assertThat(trace.at("/spans/0/details/events/0/attributes").toString())
			.isEqualTo("{\"exception.type\":\"Late\"}");
		JsonNode page = this.console.get("/api/traces", "service", "shipping");
		assertThat(page.at("/traces/0/name").asString()).isEqualTo("GET /jaeger");
		JsonNode all = this.console.get("/api/traces");
		assertThat(all.path("sources").toString()).contains("choose one");
	}

	@Test
	void readsLinesAsOpenSearchTellsThem() {
		JsonNode trace = this.console.get("/api/traces/" + Otlp.traceId(0x3a));
		assertThat(trace.path("logs")).hasSize(1);
		assertThat(trace.at("/logs/0/source").asString()).isEqualTo("opensearch");
		assertThat(trace.at("/logs/0/attributes/order_id").asInt()).isEqualTo(7);
		JsonNode page = this.console.get("/api/logs", "text", "parcel", "level", "ERROR");
		assertThat(page.at("/lines/0/body").asString()).isEqualTo("parcel lost");
		assertThat(openSearch.asked())
			.anyMatch((asked) -> asked.startsWith("/logs-*/_search") && asked.contains("ERROR"));
		int asked = openSearch.asked().size();
		this.console.get("/api/logs");
		this.console.get("/api/logs", "text", "parcel", "after", "1");
		assertThat(openSearch.asked()).hasSize(asked);
	}

	@Test
	void saysWhoDoesNotHaveATrace() {
		assertThat(this.console.refused(404, "/api/traces/" + Otlp.traceId(0xdead)).path("detail").asString())
			.contains("zipkin does not have it")
			.contains("jaeger does not have it");
	}

	@Test
	void asksPrometheusForMeters() {
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			JsonNode answer = this.console.get("/api/prometheus/query_range", "meter", "up", "label", "job=itself",
					"since", "1m", "step", "1s");
			assertThat(answer.at("/series/0/labels/job").asString()).isEqualTo("itself");
			assertThat(answer.at("/series/0/points/0/value").asDouble()).isEqualTo(1);
		});
		JsonNode none = this.console.get("/api/prometheus/query_range", "meter", "up", "label", "job=a\"} or {b=\"");
		assertThat(none.path("series")).isEmpty();
		JsonNode slow = this.console.get("/api/prometheus/query_range", "meter",
				"prometheus_http_request_duration_seconds", "function", "p95");
		assertThat(slow.path("query").asString()).startsWith("histogram_quantile(0.95, sum by (le) (rate(");
	}

	@ParameterizedTest
	@CsvSource({ "meter,'up or vector(1)'", "meter,''", "label,'job'", "label,'a b=c'", "function,sum", "step,1ms",
			"since,never", "query,up" })
	void asksPrometheusNoQueryOfAClient(String parameter, String value) {
		String[] question = parameter.equals("meter") ? new String[] { "meter", value }
				: new String[] { "meter", "up", parameter, value };
		assertThat(this.console.refused(400, "/api/prometheus/query_range", question).path("field").asString())
			.isEqualTo(parameter);
	}

}
