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

package io.sightline.console.slo;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SloBoardTests {

	private static final Instant START = Instant.parse("2026-01-02T04:00:00Z");

	private static final String TIER = "{\"name\": \"Burn\", \"firing\": true}";

	private final SloBoard board = new SloBoard();

	@Test
	void leavesOutWhatHasNoName() {
		update("localhost:1", "null, {\"firing\": true}, " + TIER, "null, {\"good\": 1}, {\"window\": \"5m\"}");
		assertThat(this.board.burning()).extracting(SloBoard.Burning::alert).containsExactly("Burn");
		assertThat(this.board.entries()).singleElement().satisfies((entry) -> {
			assertThat(entry.objective().alerts()).hasSize(1);
			assertThat(entry.objective().windows()).extracting(SloReport.Window::window).containsExactly("5m");
		});
	}

	@Test
	void leavesOutObjectivesThatAreNone() {
		this.board.update("shop", "localhost:1", new JsonMapper().readTree("{\"objectives\": [null, {}]}"), START);
		assertThat(this.board.entries()).isEmpty();
	}

	@Test
	void marksAlertsOfWhatCannotBeAsked() {
		update("localhost:1", TIER, "");
		update("localhost:10", TIER, "");
		this.board.lost("localhost:1", "does not listen");
		assertThat(this.board.burning()).extracting(SloBoard.Burning::problem).containsExactly("does not listen", null);
		this.board.remove("localhost:1");
		assertThat(this.board.burning()).extracting(SloBoard.Burning::instance).containsExactly("localhost:10");
	}

	private void update(String instance, String tiers, String windows) {
		this.board.update("shop", instance, new JsonMapper().readTree("""
				{"objectives": [{"name": "orders", "type": "availability", "window": "30d", "state": "OK", "budget": {},
					"alerts": [%s], "windows": [%s]}]}""".formatted(tiers, windows)), START);
	}

}
