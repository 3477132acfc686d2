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

package io.sightline.benchmarks;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SeriesLimit}: what is compared is what it says.
 */
class SeriesLimitTests {

	@ParameterizedTest
	@CsvSource({ "NONE,50", "WITHIN,50", "BEYOND,101" })
	void keepsSeries(SeriesLimit limit, int series) {
		MetricRecording recording = new MetricRecording();
		recording.limit = limit;
		recording.start();
		assertThat(recording.record().takeSnapshot().histogramCounts()).hasSize(10);
		assertThat(recording.series()).isEqualTo(series);
	}

}
