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

package io.sightline.console.events;

import java.util.List;
import java.util.Random;

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
class EventApiIntegrationTests {

	private static final List<String> FIELDS = List.of("cell", "tenant.plan", "cache.state");

	private final ConsoleClient console;

	private final Random random = new Random();

	private final String planted = FIELDS.get(this.random.nextInt(FIELDS.size()));

	private final String culprit = "v" + this.random.nextInt(4);

	EventApiIntegrationTests(@LocalServerPort int port) {
		this.console = new ConsoleClient(port);
	}

	/** Of 400 requests those with one value of one field are slow, whichever it is. */
	@BeforeAll
	void send() {
		Otlp export = Otlp.of("shop");
		for (int i = 1; i <= 400; i++) {
			String[] values = new String[FIELDS.size() * 2 + 2];
			boolean slow = false;
			for (int f = 0; f < FIELDS.size(); f++) {
				String value = "v" + this.random.nextInt(4);
				values[2 * f] = FIELDS.get(f);
				values[2 * f + 1] = value;
				slow |= FIELDS.get(f).equals(this.planted) && value.equals(this.culprit);
			}
			values[values.length - 2] = "order.id";
			values[values.length - 1] = "order-" + i;
			export.request(i, slow ? 800 : 20, i % 10 == 0, values);
		}
		export.span(new Otlp.Piece(401, 401, 400, SpanKind.SPAN_KIND_CLIENT, "not an event"), 0, 800, true, "cell",
				"client");
		this.console.traces(export);
		await().until(() -> this.console.get("/api/events/query").path("events").asLong() == 400);
	}

	@Test
	void findsTheFieldThatSlowRequestsShare() {
		JsonNode comparison = this.console.get("/api/events/compare", "select", "duration_ms>=500");
		JsonNode first = comparison.at("/fields/0");
		assertThat(first.path("field").asString()).as(comparison.toString()).isEqualTo(this.planted);
		assertThat(first.at("/values/0/value").asString()).isEqualTo(this.culprit);
		assertThat(first.at("/values/0/selected").asLong()).isEqualTo(comparison.path("selected").asLong());
		assertThat(first.at("/values/0/baseline").asLong()).isZero();
		assertThat(comparison.path("fields")).extracting((field) -> field.path("field").asString())
			.doesNotContain("order.id", "duration_ms");
	}

	@Test
	void findsNothingWhereThereIsNothing() {
		assertThat(this.console.get("/api/events/compare", "select", "order.id=order-7").path("selected").asLong())
			.isEqualTo(1);
		assertThat(this.console.get("/api/events/compare", "select", "order.id=none").path("fields")).isEmpty();
		assertThat(this.console.get("/api/events/compare", "select", "service=shop").path("baseline").asLong())
			.isZero();
	}

	@Test
	void groupsByAnyField() {
		JsonNode answer = this.console.get("/api/events/query", "group_by", this.planted);
		assertThat(answer.path("groups")).hasSize(4);
		for (JsonNode group : answer.path("groups")) {
			boolean slow = group.path("value").asString().equals(this.culprit);
			assertThat(group.path("p50").asDouble()).isEqualTo(slow ? 800 : 20);
		}
	}

	@Test
	void countsThoseThatFailed() {
		JsonNode group = this.console.get("/api/events/query").at("/groups/0");
		assertThat(group.path("value").isNull()).isTrue();
		assertThat(group.path("failed").asInt()).isEqualTo(40);
	}

	@ParameterizedTest
	@CsvSource({ "failed=true,40", "order.id=order-7,1", "order.id!=order-7,399", "order.id~ORDER-39,11", "nothing?,0",
			"order.id?,400", "duration_ms<500,-1", "order.id=' OR 1=1 --,0" })
	void filters(String filter, int events) {
		long found = this.console.get("/api/events/query", "filter", filter).path("events").asLong();
		if (events >= 0) {
			assertThat(found).isEqualTo(events);
		}
		else {
			assertThat(found).isBetween(200L, 399L);
		}
	}

	@Test
	void combinesFilters() {
		assertThat(this.console
			.get("/api/events/query", "filter", "failed=true", "filter", "order.id=order-10", "since", "1h")
			.path("events")
			.asLong()).isEqualTo(1);
	}

	@Test
	void listsTheFieldsThatThereAre() {
		JsonNode fields = this.console.get("/api/events/fields");
		assertThat(fields).extracting((field) -> field.path("field").asString())
			.contains("service", "name", "kind", "failed", "duration_ms", "order.id", this.planted);
		for (JsonNode field : fields) {
			assertThat(field.path("numeric").asBoolean())
				.isEqualTo(field.path("field").asString().equals("duration_ms"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "/api/events/query,filter,a", "/api/events/query,group_by,a b", "/api/events/query,measure,'a'';'",
			"/api/events/query,since,x", "/api/events/query,limit,0", "/api/events/compare,select,a>b",
			"/api/events/compare,filter,=", "/api/events/heatmap,columns,61", "/api/events/heatmap,filter,start_ms=1",
			"/api/events/compare,sql,1", "/api/events/fields,x,1" })
	void namesTheFieldThatIsWrong(String path, String parameter, String value) {
		assertThat(this.console.refused(400, path, parameter, value).path("field").asString()).isEqualTo(parameter);
	}

	@Test
	void countsByTimeAndDuration() {
		JsonNode map = this.console.get("/api/events/heatmap", "filter", "service=shop");
		assertThat(map.path("events").asLong()).isEqualTo(400);
		long slow = this.console.get("/api/events/query", "filter", "duration_ms>=500").path("events").asLong();
		long counted = 0;
		for (JsonNode cell : map.path("cells")) {
			JsonNode row = map.path("rows").get(cell.path("row").asInt());
			assertThat(row.path("from_ms").asDouble()).isIn(20.0, 500.0);
			assertThat(cell.path("column").asInt()).isBetween(0, map.path("columns").asInt() - 1);
			counted += (row.path("from_ms").asDouble() == 500) ? cell.path("events").asLong() : 0;
		}
		assertThat(counted).isEqualTo(slow);
		assertThat(map.path("cells")).extracting((cell) -> cell.path("failed").asInt())
			.satisfies((failed) -> assertThat(failed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(40));
	}

	@Test
	void selectsPartOfTheHeatMap() {
		JsonNode map = this.console.get("/api/events/heatmap");
		long from = map.path("from_ms").asLong();
		long to = from + map.path("columns").asLong() * map.path("step_ms").asLong();
		JsonNode comparison = this.console.get("/api/events/compare", "select", "start_ms>=" + from, "select",
				"start_ms<" + to, "select", "duration_ms>=500", "select", "duration_ms<1000");
		assertThat(comparison.at("/fields/0/field").asString()).isEqualTo(this.planted);
		assertThat(this.console.get("/api/events/query", "filter", "start_ms>=" + to).path("events").asLong()).isZero();
	}

	@Test
	void boundsTheHeatMap() {
		JsonNode map = this.console.get("/api/events/heatmap", "columns", "1");
		assertThat(map.path("columns").asInt()).isBetween(1, 2);
		JsonNode none = this.console.get("/api/events/heatmap", "filter", "service=nobody");
		assertThat(none.path("events").asLong()).isZero();
		assertThat(none.path("cells")).isEmpty();
	}

	@Test
	void needsToKnowWhatToCompare() {
		assertThat(this.console.refused(400, "/api/events/compare").path("field").asString()).isEqualTo("select");
	}

}
