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

package io.sightline.logging.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Timestamps}.
 */
class TimestampsTests {

	private static final DateTimeFormatter REFERENCE = DateTimeFormatter
		.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final Timestamps timestamps = new Timestamps();

	@ParameterizedTest
	@CsvSource({ "2026-11-21T05:11:16Z,2026-11-21T05:11:16.000000Z",
			"2026-11-21T05:11:16.000001999Z,2026-11-21T05:11:16.000001Z",
			"1969-12-31T23:59:59.999999999Z,1969-12-31T23:59:59.999999Z",
			"2024-02-29T00:00:00.5Z,2024-02-29T00:00:00.500000Z" })
	void writesMicroseconds(Instant instant, String expected) {
		assertThat(format(instant)).isEqualTo(expected);
	}

	@Test
	void agreesWithTheJdk() {
		Random random = new Random(42);
		for (int i = 0; i < 20_000; i++) {
			Instant instant = Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 250_000_000_000L),
					random.nextInt(1_000_000_000));
			assertThat(format(instant)).isEqualTo(REFERENCE.format(instant));
		}
	}

	@Test
	void agreesWithTheJdkWhenThreadsCompeteForSeconds() {
		LongStream.range(0, 100_000).parallel().forEach((i) -> {
			Instant instant = Instant.ofEpochSecond(1_800_000_000L + i % 7, i * 1000);
			assertThat(format(instant)).isEqualTo(REFERENCE.format(instant));
		});
	}

	private String format(Instant instant) {
		JsonBytes json = new JsonBytes();
		this.timestamps.write(instant, json);
		String text = new String(json.toByteArray(), StandardCharsets.UTF_8);
		assertThat(text).startsWith("\"").endsWith("\"");
		return text.substring(1, text.length() - 1);
	}

}
