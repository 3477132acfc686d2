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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BurnTierTests {

	@ParameterizedTest
	@CsvSource({ "30,FAST,14.4", "30,MEDIUM,6", "30,SLOW,3", "30,TRICKLE,1", "28,FAST,13.44", "28,MEDIUM,5.6",
			"28,SLOW,2.8", "28,TRICKLE,1", "7,FAST,3.36", "7,MEDIUM,1.4", "7,SLOW,1", "90,FAST,43.2" })
	void scalesFactorWithPeriod(int days, BurnTier tier, String factor) {
		assertThat(tier.factor(Objectives.availability("99.9", days))).isEqualByComparingTo(factor);
	}

	@Test
	void isNotExceededByItsFactorExactly() {
		Objective objective = Objectives.availability("99.9");
		assertThat(BurnTier.FAST.exceeds(objective, 144, 10_000)).isFalse();
		assertThat(BurnTier.FAST.exceeds(objective, 145, 10_000)).isTrue();
		assertThat(BurnTier.FAST.exceeds(objective, 1_440_000_000_001L, 100_000_000_000_000L)).isTrue();
	}

	@Test
	void isNotExceededByEventsThatLast() {
		Objective objective = Objectives.availability("99", 7);
		assertThat(BurnTier.TRICKLE.exceeds(objective, 10, 1_000)).isFalse();
		assertThat(BurnTier.TRICKLE.exceeds(objective, 11, 1_000)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "93.05,false", "93.06,true", "99.9,true" })
	void tellsWhetherAnOutageReachesIt(String target, boolean reachable) {
		assertThat(BurnTier.FAST.isReachable(Objectives.availability(target))).isEqualTo(reachable);
	}

	@Test
	void appliesToPeriodsThatHoldItsWindow() {
		assertThat(BurnTier.TRICKLE.appliesTo(Objectives.availability("99", 1))).isFalse();
		assertThat(BurnTier.SLOW.appliesTo(Objectives.availability("99", 1))).isTrue();
	}

	@Test
	void writesFactorAsDecimal() {
		BigDecimal factor = BurnTier.FAST.factor(Objectives.availability("99.9"));
		assertThat(factor.multiply(Objectives.availability("99.9").budget()).toPlainString()).isEqualTo("0.0144");
	}

}
