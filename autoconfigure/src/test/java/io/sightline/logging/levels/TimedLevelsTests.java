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

package io.sightline.logging.levels;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TimedLevels}.
 */
class TimedLevelsTests {

	private static final Duration LONG = Duration.ofHours(1);

	private static final Duration SHORT = Duration.ofMillis(20);

	private final MapLevels map = new MapLevels();

	private final TimedLevels<String> levels = new TimedLevels<>(this.map);

	@AfterEach
	void close() {
		this.levels.close();
	}

	@Test
	void goesBackToTheOriginalLevel() {
		this.map.set("a", "WARN");
		this.levels.set("a", "DEBUG", SHORT);
		Awaitility.await().until(() -> "WARN".equals(this.map.get("a")));
	}

	@Test
	void goesBackToInheriting() {
		this.levels.set("a", "DEBUG", SHORT);
		Awaitility.await().until(() -> this.map.get("a") == null);
	}

	@Test
	void keepsTheFirstOriginal() {
		this.map.set("a", "WARN");
		this.levels.set("a", "DEBUG", LONG);
		this.levels.set("a", "TRACE", SHORT);
		assertThat(this.map.get("a")).isIn("TRACE", "WARN");
		Awaitility.await().until(() -> "WARN".equals(this.map.get("a")));
	}

	@Test
	void forgetsTheOriginalWhenSetForGood() {
		this.map.set("a", "WARN");
		this.levels.set("a", "DEBUG", LONG);
		this.levels.set("a", "ERROR");
		this.levels.close();
		assertThat(this.map.get("a")).isEqualTo("ERROR");
	}

	@Test
	void goesBackWhenClosed() {
		this.map.set("a", "WARN");
		this.levels.set("a", "DEBUG", LONG);
		this.levels.close();
		assertThat(this.map.get("a")).isEqualTo("WARN");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1S", "P8D" })
	void refusesOtherDurations(Duration duration) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.levels.set("a", "DEBUG", duration))
			.withMessageContaining("7d");
		assertThat(this.map.get("a")).isNull();
	}

	@Test
	void isBounded() {
		for (int i = 0; i < TimedLevels.MAX_PENDING; i++) {
			this.levels.set("a" + i, "DEBUG", LONG);
		}
		assertThatIllegalArgumentException().isThrownBy(() -> this.levels.set("b", "DEBUG", LONG));
		this.levels.set("a0", "TRACE", LONG);
		assertThat(this.map.get("a0")).isEqualTo("TRACE");
	}

	private static final class MapLevels implements TimedLevels.Levels<String> {

		private final Map<String, String> levels = new ConcurrentHashMap<>();

		@Override
		public @Nullable String get(String logger) {
			return this.levels.get(logger);
		}

		@Override
		public void set(String logger, @Nullable String level) {
			if (level != null) {
				this.levels.put(logger, level);
			}
			else {
				this.levels.remove(logger);
			}
		}

	}

}
