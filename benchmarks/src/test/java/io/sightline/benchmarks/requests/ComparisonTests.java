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

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ComparisonTests {

	private final Comparison comparison = new Comparison();

	@Test
	void takesRatiosWithinARound() {
		this.comparison.add(round(100, 150));
		this.comparison.add(round(1000, 1100));
		this.comparison.add(round(10, 13));
		assertThat(this.comparison.ratios(Variant.OTEL, Window::requestThreadMillis).median()).isCloseTo(1.3,
				within(1e-9));
	}

	@Test
	void leavesOutCompilers() {
		Window window = new Window(4, 2, new CpuTime(50_000_000, 6_000_000, 2_000_000));
		assertThat(window.cpuMillis()).isEqualTo(2);
		assertThat(window.requestThreadMillis()).isEqualTo(1.5);
		assertThat(window.requestsPerSecond()).isEqualTo(2);
	}

	@Test
	void dividesByTheRequestsThatWereAnswered() {
		this.comparison
			.add(Map.of(Variant.PLAIN, new Window(10, 4, cpu(100)), Variant.BOOT, new Window(5, 4, cpu(100))));
		assertThat(this.comparison.ratios(Variant.BOOT, Window::cpuMillis).median()).isEqualTo(2);
	}

	@Test
	void printsALineAVariant() {
		this.comparison.add(round(200, 300));
		assertThat(this.comparison.table().lines()).contains(
				"| plain | 1.00 (1.00–1.00) | 1.00 (1.00–1.00) | 0.200 | 0.200 | 250 |",
				"| otel | 1.50 (1.50–1.50) | 1.50 (1.50–1.50) | 0.300 | 0.300 | 250 |");
	}

	@Test
	void printsTheLastRound() {
		this.comparison.add(round(1, 1));
		this.comparison.add(round(200, 300));
		assertThat(this.comparison.lastRound()).contains("otel      CPU 0.300 ms a request (× 1.50)");
	}

	private static Map<Variant, Window> round(long plain, long otel) {
		return Map.of(Variant.PLAIN, new Window(1000, 4, cpu(plain)), Variant.OTEL, new Window(1000, 4, cpu(otel)));
	}

	private static CpuTime cpu(long millis) {
		return new CpuTime(0, millis * 1_000_000, 0);
	}

}
