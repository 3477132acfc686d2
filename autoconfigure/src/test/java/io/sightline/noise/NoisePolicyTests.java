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

package io.sightline.noise;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NoisePolicy}.
 */
class NoisePolicyTests {

	private final NoisePolicy policy = NoisePolicy.of(List.of("/ping", "/actuator/**"));

	@ParameterizedTest
	@CsvSource({ "/ping,true", "/ping/,false", "/pin,false", "/pings,false", "/actuator,true", "/actuator/,true",
			"/actuator/health,true", "/actuator/a/b,true", "/actuators,false", "/v1/actuator,false", "/,false",
			"'',false", "/Ping,false" })
	void matchesExactlyOrBelow(String path, boolean noise) {
		assertThat(this.policy.isNoise(path)).isEqualTo(noise);
	}

	@Test
	void findsNothingNoisyWithoutPaths() {
		assertThat(NoisePolicy.of(List.of()).isNoise("/")).isFalse();
	}

	@Test
	void findsEverythingNoisyBelowTheRoot() {
		assertThat(NoisePolicy.of(List.of("/**")).isNoise("/orders")).isTrue();
	}

}
