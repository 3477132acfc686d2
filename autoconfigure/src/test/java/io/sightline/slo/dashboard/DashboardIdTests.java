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

package io.sightline.slo.dashboard;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DashboardIdTests {

	private static final String LONG = "the-service-that-takes-orders-from-everybody-in-";

	@Test
	void isTheNameOfTheApplication() {
		assertThat(DashboardId.of("sightline-slo", "order-service")).isEqualTo("sightline-slo-order-service");
	}

	@Test
	void differsWhereApplicationsDo() {
		assertThat(Stream.of("shop", "Shop", "shop.eu", "shop-eu", "shop eu", LONG + "europe", LONG + "asia", "")
			.map((name) -> DashboardId.of("sightline-slo", name))).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(strings = { "shop", LONG, "\u00fcbung", "a/b?c", " " })
	void isWhatGrafanaTakes(String application) {
		assertThat(DashboardId.of("sightline-slo", application)).hasSizeLessThanOrEqualTo(40)
			.matches("[a-z0-9_-]+")
			.isEqualTo(DashboardId.of("sightline-slo", application));
	}

}
