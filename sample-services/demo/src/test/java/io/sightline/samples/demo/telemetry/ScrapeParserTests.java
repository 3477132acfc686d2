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

package io.sightline.samples.demo.telemetry;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScrapeParserTests {

	@Test
	void readsSamplesWithAndWithoutLabels() {
		assertThat(ScrapeParser.parse("# TYPE a counter\na_total 3.0\n\nb{x=\"1\",y=\"two\"} 0.5\n")).containsExactly(
				new Sample(new Sample.Series("a_total", Map.of()), 3),
				new Sample(new Sample.Series("b", Map.of("x", "1", "y", "two")), 0.5));
	}

	@Test
	void readsLabelsThatLookLikeSyntax() {
		assertThat(ScrapeParser.parse("a{uri=\"/users/{id}, \\\"x\\\" \\\\ \\n\"} 1")).singleElement()
			.extracting((sample) -> sample.series().labels().get("uri"))
			.isEqualTo("/users/{id}, \"x\" \\ \n");
	}

	@ParameterizedTest
	@CsvSource({ "+Inf, Infinity", "-Inf, -Infinity", "NaN, NaN", "1e3, 1000", "7 1700000000, 7",
			"7 # {trace_id=\"abc\"} 0.1, 7" })
	void readsNumbersAndPassesOverWhatFollows(String text, double value) {
		assertThat(ScrapeParser.parse("a{} " + text)).singleElement().extracting(Sample::value).isEqualTo(value);
	}

	@Test
	void refusesALineThatEndsTooEarly() {
		assertThatIllegalArgumentException().isThrownBy(() -> ScrapeParser.parse("a{b=\"c"))
			.withMessageContaining("a{b=\"c");
	}

}
