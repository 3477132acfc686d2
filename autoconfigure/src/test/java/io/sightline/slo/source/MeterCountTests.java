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

package io.sightline.slo.source;

import io.sightline.slo.EventCount;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MeterCountTests {

	private final MeterCount before = MeterCount.ofLatency(1_000, 500);

	@Test
	void countsWhatCameSince() {
		assertThat(MeterCount.ofLatency(1_010, 507).since(this.before)).isEqualTo(new EventCount(7, 3));
	}

	@Test
	void doesNotTakeBucketsAheadOfTheCountForARestart() {
		MeterCount ahead = MeterCount.ofLatency(1_001, 502);
		assertThat(ahead.since(this.before)).isEqualTo(new EventCount(2, 0));
		assertThat(MeterCount.ofLatency(1_004, 502).since(ahead.after(this.before))).isEqualTo(new EventCount(0, 2));
	}

	@Test
	void neverHasFewerThanNoneBad() {
		assertThat(MeterCount.ofLatency(10, 12)).isEqualTo(new MeterCount(10, 12, 0));
	}

	@Test
	void countsOnAfterARestart() {
		MeterCount restarted = MeterCount.ofLatency(5, 4);
		assertThat(restarted.since(this.before)).isEqualTo(new EventCount(4, 1));
		assertThat(restarted.after(this.before)).isEqualTo(restarted);
	}

}
