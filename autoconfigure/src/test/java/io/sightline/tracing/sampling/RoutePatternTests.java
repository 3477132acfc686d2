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

package io.sightline.tracing.sampling;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RoutePattern}.
 */
class RoutePatternTests {

	@ParameterizedTest
	@CsvSource({ "/orders, /orders", "/orders/*, /orders/1", "/orders/{id}, /orders/1", "/orders/{id}, /orders/{id}",
			"/orders/**, /orders", "/orders/**, /orders/1/items", "/**, /", "/**/items, /orders/1/items",
			"/**/a/*/b, /a/a/x/b" })
	void matches(String pattern, String path) {
		assertThat(new RoutePattern(pattern).matches(path)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "/orders, /orders/1", "/orders/*, /orders", "/orders/*, /orders/", "/orders/*, /orders/1/items",
			"/orders/**, /ordersx", "/**/items, /orders/1", "/a/**/b, /a/c" })
	void doesNotMatch(String pattern, String path) {
		assertThat(new RoutePattern(pattern).matches(path)).isFalse();
	}

}
