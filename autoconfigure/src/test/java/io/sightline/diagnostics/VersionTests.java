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

package io.sightline.diagnostics;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Version}.
 */
class VersionTests {

	@ParameterizedTest
	@CsvSource({ "1.5.34, true", "1.5.9, true", "1.4.99, true", "1.5, true", "1.5.35, false", "1.5.38, false",
			"1.10.0, false", "2.0.0-beta1, false", "1.5.34-SNAPSHOT, true" })
	void comparesNumbersNotText(String version, boolean before) {
		assertThat(Version.of(version).isBefore(Version.of("1.5.35"))).isEqualTo(before);
	}

}
