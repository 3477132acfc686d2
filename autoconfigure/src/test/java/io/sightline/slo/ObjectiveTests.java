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

package io.sightline.slo;

import java.math.BigDecimal;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ObjectiveTests {

	@Test
	void knowsBudgetExactly() {
		assertThat(Objectives.availability("99.9").budget()).isEqualTo(new BigDecimal("0.001"));
		assertThat(Objectives.availability("99.9").ratio()).isEqualTo(new BigDecimal("0.999"));
	}

	@ParameterizedTest
	@CsvSource({ "0,promises nothing", "-1,promises nothing", "100,leaves no budget", "100.1,leaves no budget" })
	void rejectsTarget(String target, String reason) {
		assertThatExceptionOfType(InvalidObjectiveException.class).isThrownBy(() -> Objectives.availability(target))
			.satisfies((ex) -> assertThat(ex.reason()).contains(target + " %", reason))
			.withMessageContaining("'checkout'")
			.withMessageContaining("99.9");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rules", "dashboard", "dashboards", "", "a b", "-a", "ü" })
	void rejectsName(String name) {
		assertThatExceptionOfType(InvalidObjectiveException.class)
			.isThrownBy(() -> new Objective(name, ObjectiveType.AVAILABILITY, new BigDecimal("99"), Duration.ofDays(30),
					null, 2))
			.withMessageContaining("'" + name + "'");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 91 })
	void rejectsPeriod(int days) {
		assertThatExceptionOfType(InvalidObjectiveException.class).isThrownBy(() -> Objectives.availability("99", days))
			.withMessageContaining("between 1 and 90 days");
	}

	@Test
	void rejectsLatencyWithoutThreshold() {
		assertThatExceptionOfType(InvalidObjectiveException.class).isThrownBy(
				() -> new Objective("fast", ObjectiveType.LATENCY, new BigDecimal("95"), Duration.ofDays(30), null, 2))
			.withMessageContaining("needs a threshold");
	}

	@Test
	void rejectsThresholdOfAvailability() {
		assertThatExceptionOfType(InvalidObjectiveException.class)
			.isThrownBy(() -> new Objective("up", ObjectiveType.AVAILABILITY, new BigDecimal("95"), Duration.ofDays(30),
					Duration.ofSeconds(1), 2))
			.withMessageContaining("says nothing about availability");
	}

}
