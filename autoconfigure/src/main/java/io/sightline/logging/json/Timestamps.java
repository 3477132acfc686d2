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

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes instants as ISO-8601 in UTC with microseconds. The part up to the second is kept
 * for as long as the second lasts.
 */
final class Timestamps {

	private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

	private static final int MICROS = 1_000_000;

	private volatile Second last = new Second(Long.MIN_VALUE, "");

	String format(Instant instant) {
		Second second = this.last;
		if (second.epoch() != instant.getEpochSecond()) {
			second = new Second(instant.getEpochSecond(),
					SECONDS.format(LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC)));
			this.last = second;
		}
		StringBuilder text = new StringBuilder(27).append(second.text()).append('.');
		int micros = instant.getNano() / 1000;
		for (int digit = MICROS / 10; digit > 0; digit /= 10) {
			text.append((char) ('0' + micros / digit % 10));
		}
		return text.append('Z').toString();
	}

	private record Second(long epoch, String text) {

	}

}
