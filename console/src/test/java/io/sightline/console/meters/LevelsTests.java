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

package io.sightline.console.meters;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LevelsTests {

	private static final double NOTHING = Double.NaN;

	private static final Slots SLOTS = new Slots(0, 100_000_000_000L, 6);

	private final Levels levels = new Levels(SLOTS);

	@Test
	void holdsAValueUntilTheNext() {
		this.levels.add(-1, 5, 5, false);
		this.levels.add(2, 7, 8, false);
		assertThat(values()).isEqualTo("5 5 8 8 8 8");
		assertThat(growth()).isEqualTo("0 0 3 0 0 0");
	}

	@Test
	void knowsNothingBeforeTheFirstValue() {
		this.levels.add(3, 4, 6, false);
		assertThat(values()).isEqualTo("- - - 6 6 6");
		assertThat(growth()).isEqualTo("- - - 2 0 0");
	}

	@Test
	void countsOnWhenACounterBeginsAnew() {
		this.levels.add(0, 100, 100, false);
		this.levels.add(1, 110, 110, false);
		this.levels.add(2, 3, 4, false);
		assertThat(growth()).startsWith("0 10 4");
	}

	@Test
	void showsAGapWhereASeriesEnded() {
		this.levels.add(0, 100, 100, false);
		this.levels.add(1, 101, 102, true);
		this.levels.add(4, 105, 105, false);
		assertThat(values()).isEqualTo("100 102 - - 105 105");
		assertThat(growth()).isEqualTo("0 2 - - 3 0");
		assertThat(this.levels.growth(0, 6)).isEqualTo(5);
	}

	@Test
	void forgetsWhatIsNotToldForLong() {
		this.levels.add(0, 1, 1, false);
		assertThat(values()).isEqualTo("1 1 1 1 - -");
	}

	@Test
	void takesWhatOnlyEnded() {
		this.levels.add(-1, 1, 1, false);
		this.levels.add(1, NOTHING, NOTHING, true);
		assertThat(values()).isEqualTo("1 - - - - -");
	}

	private String values() {
		this.levels.done();
		return IntStream.range(0, 6).mapToObj((slot) -> text(this.levels.value(slot))).collect(Collectors.joining(" "));
	}

	private String growth() {
		this.levels.done();
		return IntStream.range(0, 6)
			.mapToObj((slot) -> text(this.levels.growth(slot)))
			.collect(Collectors.joining(" "));
	}

	private static String text(double value) {
		return Double.isNaN(value) ? "-" : String.valueOf((long) value);
	}

}
