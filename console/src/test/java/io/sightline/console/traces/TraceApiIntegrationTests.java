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

package io.sightline.console.traces;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.sightline.console.ConsoleClient;
import io.sightline.console.ConsoleTest;
import io.sightline.console.Otlp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ConsoleTest
@TestInstance(Lifecycle.PER_CLASS)
class TraceApiIntegrationTests {

	private static final String CHECKOUT = Otlp.traceId(0xc0);

	private final ConsoleClient console;

	TraceApiIntegrationTests(@LocalServerPort int port) {
		this.console = new ConsoleClient(port);
	}

	@BeforeAll
	void send() {
		Otlp shop = Otlp.of("shop");
		Otlp bank = Otlp.of("bank");
		this.console
			.traces(shop.span(new Otlp.Piece(0xc0, 1, 0, SpanKind.SPAN_KIND_SERVER, "POST /orders"), 0, 300, false)
				.span(new Otlp.Piece(0xc0, 2, 1, SpanKind.SPAN_KIND_CLIENT, "POST /payments"), 50, 200, true)
				.span(new Otlp.Piece(0xc1, 5, 0, SpanKind.SPAN_KIND_SERVER, "GET /orders/{id}"), -5000, 10, false));
		this.console
			.traces(bank.span(new Otlp.Piece(0xc0, 3, 2, SpanKind.SPAN_KIND_SERVER, "POST /payments"), 60, 180, true));
		this.console.logs(Otlp.of("bank").line(17, "card declined", 0xc0, 3).line(9, "elsewhere", 0xc9, 9));
		await().until(() -> this.console.get("/api/overview").at("/store/spans/rows").asLong() == 4);
		await().until(() -> this.console.get("/api/overview").at("/store/logs/rows").asLong() == 2);
	}

	@Test
	void listsTracesNewestFirst() {
		JsonNode traces = this.console.get("/api/traces").path("traces");
		assertThat(traces).hasSize(2);
		JsonNode checkout = traces.get(0);
		assertThat(checkout.path("trace_id").asString()).isEqualTo(CHECKOUT);
		assertThat(checkout.path("name").asString()).isEqualTo("POST /orders");
		assertThat(checkout.path("service").asString()).isEqualTo("shop");
		assertThat(checkout.path("services").toString()).isEqualTo("[\"bank\",\"shop\"]");
		assertThat(checkout.path("spans").asInt()).isEqualTo(3);
		assertThat(checkout.path("failed").asBoolean()).isTrue();
		assertThat(checkout.path("duration_us").asLong()).isBetween(300_000L, 400_000L);
	}

	@ParameterizedTest
	@CsvSource({ "service,bank,1", "service,nobody,0", "text,post,1", "text,ORDERS,2", "text,%,0", "failed,true,1",
			"failed,false,1", "min_duration,100ms,1", "min_duration,1s,0", "since,1m,2", "limit,1,1",
			"text,' '' OR 1=1 --',0", "service,'x'') OR (true',0" })
	void findsTraces(String parameter, String value, int found) {
		assertThat(this.console.get("/api/traces", parameter, value).path("traces")).hasSize(found);
	}

	@Test
	void goesBackInTime() {
		long start = this.console.get("/api/traces").at("/traces/0/start_us").asLong();
		JsonNode older = this.console.get("/api/traces", "before", Long.toString(start)).path("traces");
		assertThat(older).hasSize(1);
		assertThat(older.get(0).path("name").asString()).isEqualTo("GET /orders/{id}");
	}

	@Test
	void ordersByDuration() {
		this.console.get("/api/traces", "sort", "duration")
			.path("traces")
			.forEach((trace) -> assertThat(trace.path("duration_us").asLong()).isPositive());
		assertThat(this.console.get("/api/traces", "sort", "duration").at("/traces/0/trace_id").asString())
			.isEqualTo(CHECKOUT);
	}

	@Test
	void showsATraceWithAllServicesAndItsLogLines() {
		JsonNode trace = this.console.get("/api/traces/" + CHECKOUT);
		assertThat(trace.path("spans")).extracting((span) -> span.path("level").asInt()).containsExactly(1, 2, 3);
		assertThat(trace.path("spans")).extracting((span) -> span.path("service").asString())
			.containsExactly("shop", "shop", "bank");
		assertThat(trace.path("logs")).hasSize(1);
		assertThat(trace.at("/logs/0/body").asString()).isEqualTo("card declined");
		assertThat(trace.at("/spans/1/self_us").asLong()).isBetween(0L, 200_000L);
		assertThat(trace.path("complete").asBoolean()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "limit,0", "limit,many", "limit,501", "sort,name", "failed,maybe", "min_duration,fast", "since,-1h",
			"before,soon", "nonsense,1" })
	void namesTheFieldThatIsWrong(String parameter, String value) {
		JsonNode problem = this.console.refused(400, "/api/traces", parameter, value);
		assertThat(problem.path("field").asString()).isEqualTo(parameter);
		assertThat(problem.path("detail").asString()).contains(parameter);
	}

	@Test
	void namesTheIdThatIsNone() {
		assertThat(this.console.refused(400, "/api/traces/xyz").path("field").asString()).isEqualTo("id");
	}

	@Test
	void saysThatATraceIsNotThere() {
		this.console.refused(404, "/api/traces/" + Otlp.traceId(0xdead));
	}

}
