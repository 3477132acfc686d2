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

package io.sightline.console.canary;

import java.util.Collections;
import java.util.List;

import io.sightline.console.canary.Verdict.Action;
import io.sightline.console.meters.VersionCounts.Sums;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CanaryRuleTests {

	private static final int HELD = 4;

	@Test
	void rollsBackWhatIsWorseForTwoMinutes() {
		Verdict verdict = judge(true, sums(200, 40, 0), sums(1000, 10, 0));
		assertThat(verdict.action()).isEqualTo(Action.ROLL_BACK);
		assertThat(verdict.reason()).contains("19.0 percentage points", "95 % interval 13.4 to 24.6", "two minutes");
	}

	@Test
	void waitsUntilItHasBeenWorseForTwoMinutes() {
		List<Sums> canary = new java.util.ArrayList<>(Collections.nCopies(HELD + 1, sums(200, 40, 0)));
		canary.set(HELD, sums(200, 5, 0));
		Verdict verdict = new CanaryRule(true).judge(canary, Collections.nCopies(HELD + 1, sums(1000, 10, 0)), HELD);
		assertThat(verdict.action()).isEqualTo(Action.WAIT);
		assertThat(verdict.reason()).contains("not for two minutes yet");
	}

	@Test
	void rollsBackNothingButTheNewest() {
		assertThat(judge(false, sums(200, 40, 0), sums(1000, 10, 0)).action()).isEqualTo(Action.WAIT);
	}

	@Test
	void takesFivePointsForTooFew() {
		assertThat(judge(true, sums(1000, 60, 0), sums(1000, 10, 0)).action()).isEqualTo(Action.WAIT);
		assertThat(judge(true, sums(1000, 61, 0), sums(1000, 10, 0)).action()).isEqualTo(Action.ROLL_BACK);
	}

	@Test
	void saysNothingAboutFewRequests() {
		Verdict verdict = judge(true, sums(99, 99, 0), sums(1000, 0, 0));
		assertThat(verdict.action()).isEqualTo(Action.NOT_ENOUGH);
		assertThat(verdict.reason()).isEqualTo("99 of the 100 requests that a comparison needs");
		assertThat(judge(true, sums(500, 0, 0), sums(0, 0, 0)).action()).isEqualTo(Action.NOT_ENOUGH);
	}

	@Test
	void waitsForWhatIsSlower() {
		Verdict verdict = judge(true, sums(500, 1, 200), sums(1000, 2, 100));
		assertThat(verdict.action()).isEqualTo(Action.WAIT);
		assertThat(verdict.reason()).contains("longer than 500 ms");
	}

	@Test
	void goesOnWithWhatIsNotWorse() {
		assertThat(judge(true, sums(5000, 5, 0), sums(5000, 5, 0)).action()).isEqualTo(Action.GO_ON);
		assertThat(judge(true, sums(100, 1, 0), sums(1000, 10, 0)).action()).isEqualTo(Action.WAIT);
	}

	@Test
	void doesNotTakeNoFailureInFewRequestsForNone() {
		assertThat(judge(true, sums(100, 0, 0), sums(100, 0, 0)).action()).isEqualTo(Action.WAIT);
		assertThat(judge(true, sums(1000, 0, 0), sums(1000, 0, 0)).action()).isEqualTo(Action.GO_ON);
	}

	@Test
	void knowsTheNormalDistribution() {
		assertThat(Proportions.above(0)).isEqualTo(0.5, within(1e-6));
		assertThat(Proportions.above(1.96)).isEqualTo(0.0249979, within(1e-6));
		assertThat(Proportions.above(2.33)).isEqualTo(0.0099031, within(1e-6));
		assertThat(Proportions.above(-1.96)).isEqualTo(0.9750021, within(1e-6));
	}

	@Test
	void comparesSharesAsTheRulesOfPrometheusDo() {
		Proportions shares = java.util.Objects.requireNonNull(Proportions.of(40, 200, 10, 1000));
		assertThat(shares.z()).isEqualTo(12.275, within(0.01));
		assertThat(shares.low()).isEqualTo(0.1342, within(1e-4));
		assertThat(java.util.Objects.requireNonNull(Proportions.of(0, 200, 0, 1000)).z()).isNull();
	}

	private static Verdict judge(boolean newest, Sums canary, Sums others) {
		return new CanaryRule(newest).judge(Collections.nCopies(HELD + 1, canary),
				Collections.nCopies(HELD + 1, others), HELD);
	}

	private static Sums sums(double requests, double failed, double slow) {
		return new Sums(requests, failed, slow, null, null, null);
	}

}
