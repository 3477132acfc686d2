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

package io.sightline.samples.demo.check;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FindingTests {

	@Test
	void takesOneLineWhenAllIsWell() {
		assertThat(new Finding("it works", List.of()).lines()).containsExactly("ok       it works");
	}

	@Test
	void saysWhatIsMissing() {
		assertThat(new Finding("it works", List.of("no it", "no work")).lines()).containsExactly("MISSING  it works",
				"         - no it", "         - no work");
	}

	@Test
	void doesNotDrownTheReader() {
		assertThat(new Finding("it works", List.of("1", "2", "3", "4", "5", "6", "7")).lines()).hasSize(7)
			.last()
			.asString()
			.endsWith("and 2 more");
	}

}
