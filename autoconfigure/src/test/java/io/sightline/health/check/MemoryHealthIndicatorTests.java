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

package io.sightline.health.check;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

import io.sightline.health.Thresholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MemoryHealthIndicator}.
 */
class MemoryHealthIndicatorTests {

	private static final Thresholds THRESHOLDS = new Thresholds(80, 90);

	@ParameterizedTest
	@CsvSource({ "0,UP", "79,UP", "80,DEGRADED", "89,DEGRADED", "90,DOWN", "100,DOWN" })
	void judgesWhatIsLeftAfterCollection(long used, String status) {
		Health health = health(pool("G1 Old Gen", used, 100));
		assertThat(health.getStatus()).hasToString(status);
		assertThat(health.getDetails()).containsEntry("usedPercent", (double) used);
	}

	@Test
	void ignoresPoolsOfWhatIsYoung() {
		assertThat(health(pool("G1 Eden Space", 99, 100), pool("Tenured Gen", 1, 100)).getStatus())
			.isEqualTo(Status.UP);
	}

	@Test
	void doesNotKnowWithoutCollectionOrLimit() {
		assertThat(health(pool("Old", 99, -1)).getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(health().getStatus()).isEqualTo(Status.UNKNOWN);
	}

	@Test
	void knowsPoolsOfThisJvm() {
		Health health = new MemoryHealthIndicator(ManagementFactory.getMemoryPoolMXBeans(), THRESHOLDS).health();
		assertThat(health.getStatus()).isNotEqualTo(Status.UNKNOWN);
	}

	private static Health health(MemoryPoolMXBean... pools) {
		return new MemoryHealthIndicator(List.of(pools), THRESHOLDS).health();
	}

	private static MemoryPoolMXBean pool(String name, long used, long max) {
		MemoryPoolMXBean pool = Mockito.mock(MemoryPoolMXBean.class);
		BDDMockito.given(pool.getName()).willReturn(name);
		BDDMockito.given(pool.getType()).willReturn(MemoryType.HEAP);
		BDDMockito.given(pool.getCollectionUsage()).willReturn(new MemoryUsage(0, used, Math.max(used, max), max));
		return pool;
	}

}
