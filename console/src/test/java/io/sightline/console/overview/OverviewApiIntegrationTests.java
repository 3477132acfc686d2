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

package io.sightline.console.overview;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.sightline.console.ConsoleClient;
import io.sightline.console.ConsoleTest;
import io.sightline.console.Otlp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ConsoleTest
@TestInstance(Lifecycle.PER_CLASS)
class OverviewApiIntegrationTests {

	private final ConsoleClient console;

	OverviewApiIntegrationTests(@LocalServerPort int port) {
		this.console = new ConsoleClient(port);
	}

	@BeforeAll
	void send() {
		Otlp export = Otlp.of("figures");
		for (int i = 1; i <= 100; i++) {
			export.request(0x5000 + i, i, i > 95);
		}
		export.span(new Otlp.Piece(0x6000, 0x6000, 0x6001, SpanKind.SPAN_KIND_CLIENT, "GET"), 0, 9000, true);
		this.console.traces(export);
		this.console.logs(Otlp.of("figures").line(17, "broken", 0, 0).line(9, "fine", 0, 0));
		this.console.logs(Otlp.of("only-logs").line(9, "fine", 0, 0));
		await().until(() -> this.console.get("/api/overview").at("/store/spans/rows").asLong() == 101);
		await().until(() -> this.console.get("/api/overview").at("/store/logs/rows").asLong() == 3);
	}

	@Test
	void countsWhatEachServiceReceived() {
		JsonNode service = service("figures");
		assertThat(service.path("requests").asInt()).isEqualTo(100);
		assertThat(service.path("failed").asInt()).isEqualTo(5);
		assertThat(service.path("p50_ms").asDouble()).isBetween(50.0, 51.0);
		assertThat(service.path("p95_ms").asDouble()).isBetween(95.0, 96.0);
		assertThat(service.path("error_lines").asInt()).isEqualTo(1);
	}

	@Test
	void knowsServicesThatOnlyLog() {
		JsonNode service = service("only-logs");
		assertThat(service.path("requests").asInt()).isZero();
		assertThat(service.path("p50_ms").isNull()).isTrue();
	}

	@Test
	void tellsHowFullItIs() {
		JsonNode spans = this.console.get("/api/overview").at("/store/spans");
		assertThat(spans.path("max_rows").asLong()).isEqualTo(200_000);
		assertThat(spans.path("bytes").asLong()).isBetween(101L * 100, 101L * 2000);
		assertThat(spans.path("dropped").asLong()).isZero();
	}

	@Test
	void showsOneService() {
		JsonNode service = this.console.get("/api/services/figures", "since", "30m");
		assertThat(service.at("/routes/0/route").asString()).isEqualTo("GET /things/{id}");
		assertThat(service.at("/routes/0/requests").asInt()).isEqualTo(100);
		assertThat(service.at("/routes/0/total_ms").asDouble()).isEqualTo(5050);
		assertThat(service.at("/routes/0/slowest").asString()).isEqualTo(Otlp.traceId(0x5000 + 100));
		long inBuckets = 0;
		for (JsonNode bucket : service.path("buckets")) {
			inBuckets += bucket.path("requests").asLong();
		}
		assertThat(inBuckets).isEqualTo(100);
		assertThat(service.path("recent_traces")).hasSize(20);
		assertThat(service.at("/recent_errors/0/body").asString()).isEqualTo("broken");
	}

	@Test
	void saysThatAServiceIsNotThere() {
		this.console.refused(404, "/api/services/nobody");
	}

	@Test
	void namesTheFieldThatIsWrong() {
		assertThat(this.console.refused(400, "/api/overview", "since", "yesterday").path("field").asString())
			.isEqualTo("since");
		assertThat(this.console.refused(400, "/api/services/figures", "since", "1s").path("field").asString())
			.isEqualTo("since");
	}

	private JsonNode service(String name) {
		for (JsonNode service : this.console.get("/api/overview").path("services")) {
			if (service.path("service").asString().equals(name)) {
				return service;
			}
		}
		throw new AssertionError("No service " + name);
	}

}
