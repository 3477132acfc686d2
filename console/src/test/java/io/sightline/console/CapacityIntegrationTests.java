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

package io.sightline.console;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A store with many rows: {@code -Dcapacity.items=200000} fills it. The limits are those
 * below which something is wrong on any machine; what was measured is written to
 * {@code target/capacity.txt}.
 */
@ConsoleTest
class CapacityIntegrationTests {

	private static final int ITEMS = Integer.getInteger("capacity.items", 40_000);

	private static final int BATCH = 500;

	private final ConsoleClient console;

	private final List<String> report = new ArrayList<>();

	CapacityIntegrationTests(@LocalServerPort int port) {
		this.console = new ConsoleClient(port);
	}

	@Test
	void takesWhatComesFastAndAnswersWhenItIsFull() throws IOException {
		Duration taken = time(this::fill);
		this.report.add(ITEMS + " spans and as many lines over HTTP in " + taken.toMillis() + " ms");
		JsonNode overview = this.console.get("/api/overview");
		assertThat(overview.at("/store/lost").asLong()).isZero();
		assertThat(overview.at("/store/spans/rows").asLong()).isEqualTo(ITEMS);
		this.report.add("store: " + overview.path("store"));
		assertThat(taken).isLessThan(Duration.ofMinutes(6));
		ask("/api/overview");
		ask("/api/services/service-1");
		ask("/api/traces");
		ask("/api/traces", "service", "service-2", "min_duration", "50ms", "sort", "duration");
		ask("/api/traces/" + Otlp.traceId(777));
		ask("/api/logs", "text", "number 471");
		ask("/api/events/query", "group_by", "customer", "filter", "region!=eu");
		ask("/api/events/compare", "select", "duration_ms>=90");
		ask("/api/events/fields");
		Files.write(Path.of("target", "capacity.txt"), this.report);
	}

	private void fill() {
		for (int sent = 0; sent < ITEMS; sent += BATCH) {
			Otlp export = Otlp.of("service-" + (sent / BATCH) % 5);
			for (int i = sent; i < sent + BATCH; i++) {
				add(export, i);
			}
			send("/v1/traces", export.traces());
			send("/v1/logs", export.logs());
		}
		await().atMost(Duration.ofMinutes(4))
			.until(() -> this.console.get("/api/overview").at("/store/logs/rows").asLong() == ITEMS);
	}

	/** Four spans a trace, of which one is an event. */
	private static void add(Otlp export, int i) {
		long trace = 1 + i / 4;
		boolean root = i % 4 == 0;
		export.span(
				new Otlp.Piece(trace, 1 + i, root ? 0 : 2 + 4 * (trace - 1) - 1,
						root ? SpanKind.SPAN_KIND_SERVER : SpanKind.SPAN_KIND_CLIENT, "GET /things/{id}"),
				0, i % 100, i % 500 == 0, "http.request.method", "GET", "http.route", "/things/{id}",
				"http.response.status_code", "200", "url.path", "/things/" + i, "customer", "c" + i % 1000, "region",
				(i % 3 == 0) ? "eu" : "us", "server.address", "localhost", "url.scheme", "http");
		export.line(9, "Something of number " + i + " was done", trace, 1 + i);
	}

	private void send(String path, byte[] body) {
		await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofSeconds(30)).until(() -> {
			HttpResponse<String> response = this.console.export(path, "application/x-protobuf", body);
			assertThat(response.statusCode()).isIn(200, 503);
			return response.statusCode() == 200;
		});
	}

	private void ask(String path, String... parameters) {
		this.console.get(path, parameters);
		Duration taken = time(() -> this.console.get(path, parameters));
		this.report.add(path + " " + List.of(parameters) + ": " + taken.toMillis() + " ms");
		assertThat(taken).as(path).isLessThan(Duration.ofSeconds(5));
	}

	private static Duration time(Runnable work) {
		long start = System.nanoTime();
		work.run();
		return Duration.ofNanos(System.nanoTime() - start);
	}

}
