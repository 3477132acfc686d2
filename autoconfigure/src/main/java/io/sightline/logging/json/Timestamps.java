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

	/**
	 * The quotes, the point, six digits and the zone.
	 */
	private static final int REST = 10;

	private volatile Second last = new Second(Long.MIN_VALUE, new byte[0]);

	void write(Instant instant, JsonBytes json) {
		Second second = this.last;
		if (second.epoch() != instant.getEpochSecond()) {
			second = second(instant.getEpochSecond());
			this.last = second;
		}
		json.startValue(second.text().length + REST);
		json.append('"');
		json.append(second.text());
		json.append('.');
		int micros = instant.getNano() / 1000;
		for (int digit = MICROS / 10; digit > 0; digit /= 10) {
			json.append((char) ('0' + micros / digit % 10));
		}
		json.append('Z');
		json.append('"');
	}

	private static Second second(long epoch) {
		String text = SECONDS.format(LocalDateTime.ofEpochSecond(epoch, 0, ZoneOffset.UTC));
		return new Second(epoch, text.getBytes(StandardCharsets.US_ASCII));
	}

	@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
	private record Second(long epoch, byte[] text) {

	}

}
