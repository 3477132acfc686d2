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

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BurnWatchTests {

	private final ManualClock clock = new ManualClock();

	private final SloTracker tracker = new SloTracker(Objectives.availability("99.9"), this.clock);

	private final BurnWatch watch = new BurnWatch(Duration.ofSeconds(300), this.clock);

	@Test
	void tellsNothingOfAnObjectiveThatHolds() {
		this.tracker.add(1_000, 0);
		assertThat(this.watch.look(this.tracker.status())).isEmpty();
	}

	@Test
	void tellsOfTheFastestTierOnce() {
		this.tracker.add(900, 100);
		assertThat(this.watch.look(this.tracker.status())).get()
			.extracting(SloBurnRateEvent::tier)
			.isEqualTo(BurnTier.FAST);
		assertThat(this.watch.look(this.tracker.status())).isEmpty();
	}

	@Test
	void tellsAgainAfterTheCoolDown() {
		this.tracker.add(900, 100);
		this.watch.look(this.tracker.status());
		this.clock.advance(Duration.ofSeconds(299));
		assertThat(this.watch.look(this.tracker.status())).isEmpty();
		this.clock.advance(Duration.ofSeconds(1));
		this.tracker.add(900, 100);
		assertThat(this.watch.look(this.tracker.status())).isPresent();
	}

	@Test
	void tellsAtOnceWhenItGetsWorse() {
		this.tracker.add(9_920, 80);
		assertThat(this.watch.look(this.tracker.status())).get()
			.extracting(SloBurnRateEvent::tier)
			.isEqualTo(BurnTier.MEDIUM);
		this.tracker.add(0, 500);
		assertThat(this.watch.look(this.tracker.status())).get()
			.extracting(SloBurnRateEvent::tier)
			.isEqualTo(BurnTier.FAST);
	}

	@Test
	void saysInWordsWhatHappens() {
		this.tracker.add(950, 50);
		assertThat(this.watch.look(this.tracker.status()).orElseThrow().message()).isEqualTo(
				"Objective 'checkout' (99.9 %) burns its error budget more than 14.4 times too fast over 1h and 5m; "
						+ "at this rate it is gone in 14.4 hours");
	}

}
