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

import java.io.File;

import io.sightline.health.Thresholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DiskHealthIndicator}.
 */
class DiskHealthIndicatorTests {

	@ParameterizedTest
	@CsvSource({ "1000,UP", "160,UP", "150,DEGRADED", "60,DEGRADED", "50,DOWN", "0,DOWN" })
	void judgesWhatIsInUse(long free, String status) {
		assertThat(health(1000, free, 0).getStatus()).hasToString(status);
	}

	@Test
	void isDownWithLessThanMinimum() {
		assertThat(health(1000, 900, 901).getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void isDownWithoutDisk() {
		Health health = new DiskHealthIndicator(new File("no/such/path"), DataSize.ofBytes(0), new Thresholds(85, 95))
			.health();
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("exists", false);
	}

	private static Health health(long total, long free, long minimum) {
		File path = Mockito.mock(File.class);
		BDDMockito.given(path.getTotalSpace()).willReturn(total);
		BDDMockito.given(path.getUsableSpace()).willReturn(free);
		BDDMockito.given(path.getAbsolutePath()).willReturn("/data");
		return new DiskHealthIndicator(path, DataSize.ofBytes(minimum), new Thresholds(85, 95)).health();
	}

}
