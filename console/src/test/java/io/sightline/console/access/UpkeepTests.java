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

package io.sightline.console.access;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class UpkeepTests {

	@ParameterizedTest
	@CsvSource({ "/actuator,true", "/actuator/prometheus,true", "/actuator/health,true", "/actuator/health/db,true",
			"/actuator/health/liveness,false", "/actuator/health/readiness,false", "/actuatorish,false", "/,false",
			"/index.html,false" })
	void needsATokenWhereOthersCanAsk(String path, boolean needed) {
		assertThat(new Upkeep(true, "/actuator").needsToken(path)).isEqualTo(needed);
		assertThat(new Upkeep(false, "/actuator").needsToken(path)).isFalse();
	}

	@Test
	void knowsWhereTheEndpointsAre() {
		assertThat(new Upkeep(true, "/manage/").needsToken("/manage/info")).isTrue();
		assertThat(new Upkeep(true, "/").needsToken("/prometheus")).isTrue();
	}

}
