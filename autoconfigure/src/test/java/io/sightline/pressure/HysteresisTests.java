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

package io.sightline.pressure;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Hysteresis}.
 */
class HysteresisTests {

	private static final Recovery RECOVERY = new Recovery(Duration.ofNanos(10), Duration.ofNanos(1000));

	private final Hysteresis atOnce = new Hysteresis(new Limit(0.85, 0.75, Duration.ZERO), RECOVERY);

	private final Hysteresis patient = new Hysteresis(new Limit(0.95, 0.8, Duration.ofNanos(30)), RECOVERY);

	@Test
	void isShortAboveUpperLimitOnly() {
		assertThat(this.atOnce.isShort(0.85, 0)).isFalse();
		assertThat(this.atOnce.isShort(0.86, 1)).isTrue();
	}

	@Test
	void staysShortBetweenTheLimits() {
		this.atOnce.isShort(0.9, 0);
		assertThat(this.atOnce.isShort(0.75, 100)).isTrue();
		assertThat(this.atOnce.isShort(0.8, 200)).isTrue();
	}

	@Test
	void recoversWhenBelowLowerLimitForLongEnough() {
		this.atOnce.isShort(0.9, 0);
		assertThat(this.atOnce.isShort(0.7, 100)).isTrue();
		assertThat(this.atOnce.isShort(0.7, 109)).isTrue();
		assertThat(this.atOnce.isShort(0.7, 110)).isFalse();
	}

	@Test
	void beginsToRecoverAnewWhenLoadRises() {
		this.atOnce.isShort(0.9, 0);
		this.atOnce.isShort(0.7, 100);
		this.atOnce.isShort(0.8, 105);
		assertThat(this.atOnce.isShort(0.7, 111)).isTrue();
		assertThat(this.atOnce.isShort(0.7, 121)).isFalse();
	}

	@Test
	void isNotShortAfterPeaks() {
		assertThat(this.patient.isShort(1, 0)).isFalse();
		assertThat(this.patient.isShort(0.9, 20)).isFalse();
		assertThat(this.patient.isShort(1, 40)).isFalse();
		assertThat(this.patient.isShort(1, 69)).isFalse();
		assertThat(this.patient.isShort(1, 70)).isTrue();
	}

	@Test
	void learnsNothingFromWhatNobodyKnows() {
		assertThat(this.atOnce.isShort(Double.NaN, 0)).isFalse();
		this.atOnce.isShort(0.9, 1);
		assertThat(this.atOnce.isShort(Double.NaN, 100)).isTrue();
		assertThat(this.atOnce.isShort(Double.NaN, 200)).isTrue();
	}

	@Test
	void doesNotStayShortForEverBetweenTheLimits() {
		this.atOnce.isShort(0.9, 0);
		assertThat(this.atOnce.isShort(0.8, 100)).isTrue();
		assertThat(this.atOnce.isShort(0.8, 1099)).isTrue();
		assertThat(this.atOnce.isShort(0.8, 1100)).isFalse();
		assertThat(this.atOnce.isShort(0.8, 1101)).isFalse();
	}

	@Test
	void staysShortWhenLoadIsAboveUpperLimitNowAndThen() {
		this.atOnce.isShort(0.9, 0);
		this.atOnce.isShort(0.8, 100);
		this.atOnce.isShort(0.86, 1000);
		assertThat(this.atOnce.isShort(0.8, 1500)).isTrue();
		assertThat(this.atOnce.isShort(0.8, 2499)).isTrue();
		assertThat(this.atOnce.isShort(0.8, 2500)).isFalse();
	}

	@Test
	void doesNotStayShortForEverWhenNobodyKnows() {
		this.atOnce.isShort(0.9, 0);
		assertThat(this.atOnce.isShort(Double.NaN, 100)).isTrue();
		assertThat(this.atOnce.isShort(Double.NaN, 1100)).isFalse();
	}

	@Test
	void isNeverShortAboveOne() {
		Hysteresis never = new Hysteresis(new Limit(1, 0.8, Duration.ZERO), RECOVERY);
		assertThat(never.isShort(1, 0)).isFalse();
	}

}
