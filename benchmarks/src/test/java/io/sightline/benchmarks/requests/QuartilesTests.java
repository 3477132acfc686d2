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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class QuartilesTests {

	@Test
	void takesTheMiddleOfFiguresInAnyOrder() {
		assertThat(Quartiles.of(List.of(5.0, 1.0, 3.0, 2.0, 4.0))).isEqualTo(new Quartiles(2, 3, 4));
	}

	@Test
	void takesWhatIsBetweenTwoFigures() {
		assertThat(Quartiles.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(new Quartiles(1.75, 2.5, 3.25));
	}

	@Test
	void takesOneFigureForAll() {
		assertThat(Quartiles.of(List.of(1.23))).hasToString("1.23 (1.23–1.23)");
	}

	@Test
	void knowsNothingOfNoFigures() {
		assertThatIllegalArgumentException().isThrownBy(() -> Quartiles.of(List.of()));
	}

}
