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

package io.sightline.benchmarks.requests;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoundOrderTests {

	private static final List<String> FOUR = List.of("a", "b", "c", "d");

	@ParameterizedTest
	@ValueSource(ints = { 0, 4, 8, 12 })
	void letsEachBeFirstOnceInAsManyRoundsAsThereAre(int from) {
		assertThat(IntStream.range(from, from + 4).mapToObj((round) -> RoundOrder.of(FOUR, round).get(0)))
			.containsExactlyInAnyOrderElementsOf(FOUR);
	}

	@Test
	void letsEachHaveItsTurnInEachRound() {
		assertThat(IntStream.range(0, 16).mapToObj((round) -> RoundOrder.of(FOUR, round)))
			.allSatisfy((order) -> assertThat(order).containsExactlyInAnyOrderElementsOf(FOUR));
	}

	@Test
	void turnsRoundWhenEachWasFirst() {
		assertThat(RoundOrder.of(FOUR, 1)).containsExactly("b", "c", "d", "a");
		assertThat(RoundOrder.of(FOUR, 5)).containsExactly("c", "b", "a", "d");
	}

}
