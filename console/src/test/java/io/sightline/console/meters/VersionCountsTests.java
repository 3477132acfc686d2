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

package io.sightline.console.meters;

import io.sightline.console.meters.VersionCounts.Sums;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VersionCountsTests {

	@Test
	void addsNothingOfAVersionWithoutRequests() {
		Sums gone = new Sums(0, 0, null, null, null, null);
		assertThat(new Sums(10, 1, 2.0, null, null, null).plus(gone).slow()).isEqualTo(2);
	}

	@Test
	void doesNotKnowSlowOnesIfOneDoesNotTell() {
		Sums silent = new Sums(10, 0, null, null, null, null);
		assertThat(new Sums(10, 1, 2.0, null, null, null).plus(silent).slow()).isNull();
	}

	@Test
	void addsUp() {
		Sums sums = new Sums(10, 1, 2.0, null, null, null).plus(new Sums(20, 2, 3.0, null, null, null));
		assertThat(sums).isEqualTo(new Sums(30, 3, 5.0, null, null, null));
	}

}
