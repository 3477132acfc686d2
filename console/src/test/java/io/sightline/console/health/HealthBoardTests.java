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

package io.sightline.console.health;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class HealthBoardTests {

	private static final String ANSWER = """
			{"status": "DEGRADED", "groups": ["liveness", "other", "readiness"], "components": {
				"db": {"status": "UP", "details": {"durationMs": 12, "lastChange": "2026-01-02T03:04:05Z"}},
				"downstream": {"status": "DEGRADED", "components": {
					"payment": {"status": "DEGRADED", "details": {"reason": "does not listen"}}}}}}""";

	private static final Instant START = Instant.parse("2026-01-02T04:00:00Z");

	private final HealthBoard board = new HealthBoard();

	@Test
	void readsChecksAndThoseInsideOfOthers() {
		update(ANSWER, START);
		List<HealthView.Check> checks = this.board.view().get(0).probes().get(0).checks();
		assertThat(checks).extracting(HealthView.Check::check)
			.containsExactlyInAnyOrder("db", "downstream", "downstream/payment");
		assertThat(checks).filteredOn((check) -> check.check().equals("db"))
			.singleElement()
			.satisfies((check) -> assertThat(check.durationMs()).isEqualTo(12))
			.satisfies((check) -> assertThat(check.lastChangeUs()).isEqualTo(1_767_323_045_000_000L))
			.satisfies((check) -> assertThat(check.changeObserved()).isFalse());
		assertThat(HealthReader.probes(new JsonMapper().readTree(ANSWER))).containsExactly("liveness", "readiness");
	}

	@Test
	void remembersEachChange() {
		update("{\"status\": \"UP\"}", START);
		update("{\"status\": \"UP\"}", START.plusSeconds(5));
		update("{\"status\": \"DOWN\"}", START.plusSeconds(10));
		update("{\"status\": \"UP\"}", START.plusSeconds(15));
		HealthView.Check whole = this.board.view().get(0).probes().get(0).whole();
		assertThat(whole.changes()).extracting(HealthView.Change::status).containsExactly("UP", "DOWN", "UP");
		assertThat(whole.lastChangeUs()).isEqualTo(HealthView.micros(START.plusSeconds(15)));
		assertThat(whole.changeObserved()).isTrue();
	}

	@Test
	void keepsNoMoreChangesThanItShows() {
		for (int i = 0; i < 200; i++) {
			update("{\"status\": \"" + ((i % 2 == 0) ? "UP" : "DOWN") + "\"}", START.plusSeconds(i));
		}
		assertThat(this.board.view().get(0).probes().get(0).whole().changes()).hasSize(60);
	}

	@Test
	void saysWhatDoesNotAnswer() {
		update(ANSWER, START);
		this.board.lost("shop", "localhost:1", "does not listen", START.plusSeconds(5));
		assertThat(this.board.statusOf("shop")).isEqualTo("UNREACHABLE");
		assertThat(this.board.view().get(0).problem()).isEqualTo("does not listen");
		this.board.lost("other", "localhost:2", "does not listen", START);
		assertThat(this.board.services()).containsExactly("other", "shop");
		this.board.keep(Set.of("localhost:1"));
		assertThat(this.board.services()).containsExactly("shop");
	}

	@Test
	void tellsTheWorstOfSeveralInstances() {
		update(ANSWER, START);
		this.board.update("shop", "localhost:2",
				HealthReader.read("", new JsonMapper().readTree("{\"status\": \"DOWN\"}")), START);
		assertThat(this.board.statusOf("shop")).isEqualTo("DOWN");
	}

	@Test
	void takesWhatMakesNoSenseForUnknown() {
		update("{\"status\": 5, \"components\": [1, 2]}", START);
		update("{\"components\": {\"a\": null, \"b\": {\"details\": {\"durationMs\": \"x\", \"lastChange\": \"y\"}}}}",
				START);
		assertThat(this.board.view().get(0).probes().get(0).checks()).extracting(HealthView.Check::status)
			.containsExactly("UNKNOWN");
	}

	private void update(String answer, Instant now) {
		this.board.update("shop", "localhost:1", HealthReader.read("", new JsonMapper().readTree(answer)), now);
	}

}
