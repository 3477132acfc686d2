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

import java.util.ArrayList;
import java.util.List;

import io.sightline.noise.StaticResources.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StaticResources}.
 */
class StaticResourcesTests {

	private final List<String> asked = new ArrayList<>();

	private final StaticResources resources = new StaticResources();

	@ParameterizedTest
	@CsvSource({ "/webjars/jquery/jquery.js, true", "/webjars/anything, false", "/css/app.css, true",
			"/css/other.css, false", "/reports/7.pdf, false", "/orders/42, false", "/, false", "/css/.hidden, false",
			"/webjars/../secret.js, false", "/dot., false" })
	void tellsFilesThatAreServed(String path, boolean noise) {
		serve("");
		assertThat(this.resources.test(path)).isEqualTo(noise);
	}

	@ParameterizedTest
	@CsvSource({ "/*.js, /app.js, true", "/*.js, /other.js, false", "/*.js, /api/users/john.doe, false",
			"/**/*.css, /css/app.css, true", "/**/*.css, /api/users/john.doe, false",
			"/files/*/x/**, /files/a/x/app.js, true", "/files/*/x/**, /files/reports/7.pdf, false",
			"/favicon.ico, /favicon.ico, true", "/favicon.ico, /favicon.ico.bak, false" })
	void looksForFilesWhereOthersMayBeServed(String pattern, String path, boolean noise) {
		this.resources.use("",
				List.of(new Place(pattern, (file) -> file.endsWith("app.js") || file.endsWith("app.css"))));
		assertThat(this.resources.test(path)).isEqualTo(noise);
	}

	@Test
	void knowsRootOfTheApplication() {
		serve("/shop");
		assertThat(this.resources.test("/shop/css/app.css")).isTrue();
		assertThat(this.resources.test("/css/app.css")).isFalse();
	}

	@Test
	void looksOnceForEachFile() {
		serve("");
		for (int i = 0; i < 3; i++) {
			this.resources.test("/css/app.css");
			this.resources.test("/css/other.css");
		}
		assertThat(this.asked).containsExactly("css/app.css", "css/other.css");
	}

	@Test
	void remembersNoMoreThanItMay() {
		serve("");
		for (int i = 0; i < 2001; i++) {
			this.resources.test("/" + i + ".css");
		}
		this.resources.test("/0.css");
		assertThat(this.asked).hasSize(2002);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/css/app.css", "/webjars/a.js" })
	void nothingIsStaticBeforePlacesAreKnown(String path) {
		assertThat(this.resources.test(path)).isFalse();
	}

	@Test
	void whatCannotBeLookedForIsNotThere() {
		this.resources.use("", List.of(new Place("/**", (path) -> {
			throw new IllegalArgumentException(path);
		})));
		assertThat(this.resources.test("/a:b.css")).isFalse();
	}

	private void serve(String root) {
		this.resources.use(root, List.of(new Place("/webjars/**", (path) -> false), new Place("/**", (path) -> {
			this.asked.add(path);
			return "css/app.css".equals(path);
		})));
	}

}
