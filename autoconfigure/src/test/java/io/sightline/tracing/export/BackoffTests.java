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

package io.sightline.tracing.export;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Backoff} and {@link RetryAfter}.
 */
class BackoffTests {

	private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

	@ParameterizedTest
	@CsvSource({ "1, 800, 1200", "2, 1200, 1800", "3, 1800, 2700", "9, 4000, 6000" })
	void growsWithJitter(int attempt, long least, long most) {
		for (int i = 0; i < 100; i++) {
			assertThat(Backoff.after(attempt, null, false).toMillis()).isBetween(least, most);
		}
	}

	@Test
	void triesAtMostEveryFiveSecondsInAnOutage() {
		assertThat(Backoff.after(1, null, true)).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
	}

	@Test
	void waitsAsLongAsAskedUpToAMinute() {
		assertThat(Backoff.after(1, Duration.ofSeconds(20), false)).isEqualTo(Duration.ofSeconds(20));
		assertThat(Backoff.after(1, Duration.ofHours(1), false)).isEqualTo(Duration.ofSeconds(60));
		assertThat(Backoff.after(1, Duration.ZERO, false)).isGreaterThanOrEqualTo(Duration.ofMillis(800));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			20 | 20
			0 | 0
			Sat, 21 Nov 2026 12:00:30 GMT | 30
			Sat, 21 Nov 2026 11:00:00 GMT | 0
			""")
	void readsSecondsAndDates(String value, long seconds) {
		assertThat(RetryAfter.parse(value, NOON)).isEqualTo(Duration.ofSeconds(seconds));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "-1", "1e9", "99999999999999999999", "Sat, 99 Nov 2026 12:00:30 GMT" })
	void ignoresGarbage(String value) {
		assertThat(RetryAfter.parse(value, NOON)).isNull();
	}

}
