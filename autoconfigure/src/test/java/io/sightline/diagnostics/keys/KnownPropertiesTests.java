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

package io.sightline.diagnostics.keys;

import java.net.URL;
import java.net.URLClassLoader;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KnownProperties}.
 */
class KnownPropertiesTests {

	@Test
	void readsTheMetadataOfTheHouse() {
		assertThat(KnownProperties.load(getClass().getClassLoader()).byName()).containsEntry(
				"sightline.redaction.enabled",
				new KnownProperty("sightline.redaction.enabled", "java.lang.Boolean", "true"));
	}

	@Test
	void joinsListsOfDefaults() {
		assertThat(KnownProperties.load(getClass().getClassLoader()).byName())
			.hasEntrySatisfying("sightline.metrics.bucket-meters", (property) -> assertThat(property.defaultValue())
				.isEqualTo("http.server.requests,http.client.requests,method.timed,jdbc.query"));
	}

	@Test
	void knowsNothingWithoutOurMetadata() throws Exception {
		try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
			assertThat(KnownProperties.load(empty).byName()).isEmpty();
		}
	}

}
