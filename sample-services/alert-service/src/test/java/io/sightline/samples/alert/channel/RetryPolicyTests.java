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

package io.sightline.samples.alert.channel;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryPolicyTests {

	private final RetryPolicy policy = new RetryPolicy(4, Duration.ofSeconds(1), Duration.ofSeconds(10));

	@ParameterizedTest
	@CsvSource({ "1,1", "2,2", "3,4", "4,8", "5,10", "60,10" })
	void waitsTwiceAsLongEachTimeUpToLimit(int attempt, long seconds) {
		assertThat(this.policy.delay(attempt, null)).isEqualTo(Duration.ofSeconds(seconds));
	}

	@Test
	void waitsAsLongAsAsked() {
		assertThat(this.policy.delay(1, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
	}

}
