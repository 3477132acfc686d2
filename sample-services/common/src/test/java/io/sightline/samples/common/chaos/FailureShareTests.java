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

package io.sightline.samples.common.chaos;

import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FailureShareTests {

	@ParameterizedTest
	@CsvSource({ "0, 0", "0.25, 25", "0.5, 50", "1, 100" })
	void picksExactShare(double rate, int expected) {
		FailureShare share = new FailureShare(rate);
		assertThat(IntStream.range(0, 100).filter((i) -> share.picksNext()).count()).isEqualTo(expected);
	}

}
