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

import io.sightline.logging.CapturedEvent;
import tools.jackson.core.JsonGenerator;

/**
 * When, how grave, who and what: the fields that every line has.
 */
final class EventProvider extends LineProvider {

	private final Timestamps timestamps = new Timestamps();

	private final int maxMessageLength;

	EventProvider(int maxMessageLength) {
		this.maxMessageLength = maxMessageLength;
	}

	@Override
	void write(JsonGenerator json, CapturedEvent event) {
		Instant instant = event.getInstant();
		json.writeStringProperty(LogFields.TIMESTAMP,
				this.timestamps.format((instant != null) ? instant : Instant.ofEpochMilli(event.getTimeStamp())));
		json.writeStringProperty(LogFields.LEVEL, event.getLevel().levelStr);
		field(json, LogFields.LOGGER, event.getLoggerName());
		field(json, LogFields.THREAD, event.getThreadName());
		writeMessage(json, String.valueOf(event.getFormattedMessage()));
	}

	private void writeMessage(JsonGenerator json, String message) {
		json.writeStringProperty(LogFields.MESSAGE, SafeText.of(SafeText.cut(message, this.maxMessageLength)));
		if (message.length() > this.maxMessageLength) {
			json.writeBooleanProperty(LogFields.TRUNCATED, true);
			json.writeNumberProperty(LogFields.ORIGINAL_LENGTH, message.length());
		}
	}

}
