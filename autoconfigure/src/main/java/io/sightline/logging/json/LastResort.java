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
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.sightline.logging.json.FormatTable.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Writes what can be said of an event when its line could not be written, with nothing
 * that may have failed before: no generator, no argument, no throwable.
 */
final class LastResort {

	static final String ENCODING_ERROR = "encoding_error";

	private static final byte[] NOTHING = ("{\"" + ENCODING_ERROR + "\":true}\n").getBytes(StandardCharsets.US_ASCII);

	/**
	 * Bytes that one character may take, and what the line has besides the message.
	 */
	private static final int MAX_BYTES = 6;

	private static final int MAX_REST = 512;

	private final FormatTable table;

	private final List<Entry> entries;

	private final TextPolicy policy;

	private final int maxLength;

	LastResort(FormatTable table, LineOptions options, TextPolicy policy) {
		this.table = table;
		this.entries = FieldChange.apply(table, options);
		this.policy = policy;
		this.maxLength = options.maxLineLength();
	}

	/**
	 * The name of the field that says why a line is not what it should be.
	 */
	static String reasonName(FormatTable table) {
		return table.textPrefix() + ENCODING_ERROR;
	}

	byte[] encode(ILoggingEvent event, String reason) {
		try {
			StringBuilder line = new StringBuilder(256).append('{');
			for (Entry entry : this.entries) {
				if (entry.object() == null) {
					append(line, entry, event);
				}
			}
			append(line, reasonName(this.table), reason, MAX_REST / MAX_BYTES);
			return line.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
		}
		catch (Throwable ex) {
			return NOTHING.clone();
		}
	}

	private void append(StringBuilder line, Entry entry, ILoggingEvent event) {
		String name = entry.name();
		switch (entry.field()) {
			case TIMESTAMP -> append(line, name, Instant.ofEpochMilli(event.getTimeStamp()).toString(), 40);
			case TIMESTAMP_NANOS -> append(line, name, event.getTimeStamp() + "000000", 40);
			case LEVEL -> append(line, name, String.valueOf(event.getLevel()), 10);
			case SEVERITY -> append(line, name, severity(event.getLevel()), 10);
			case LOGGER -> append(line, name, event.getLoggerName(), MAX_REST / MAX_BYTES);
			case MESSAGE, MESSAGE_WITH_STACK_TRACE -> append(line, name, message(event), maxMessageLength());
			case SCHEMA -> append(line, name, isOfFormat(entry) ? entry.constant() : null, MAX_REST / MAX_BYTES);
			default -> {
				// Not needed to make sense of the line.
			}
		}
	}

	private boolean isOfFormat(Entry entry) {
		return this.table.entries().contains(entry);
	}

	private static String severity(@Nullable Level level) {
		if (level == null) {
			return "DEFAULT";
		}
		return (level.levelInt == Level.WARN_INT) ? "WARNING"
				: (level.levelInt < Level.DEBUG_INT) ? "DEBUG" : level.toString();
	}

	private String message(ILoggingEvent event) {
		return this.policy.text(String.valueOf(event.getMessage()));
	}

	private int maxMessageLength() {
		return Math.max(0, (this.maxLength - 4 * MAX_REST) / MAX_BYTES);
	}

	private static void append(StringBuilder line, @Nullable String name, @Nullable String value, int limit) {
		if (name == null || value == null) {
			return;
		}
		if (line.length() > 1) {
			line.append(',');
		}
		quote(line, name);
		line.append(':');
		quote(line, SafeText.of(SafeText.cut(value, limit)));
	}

	private static void quote(StringBuilder line, String text) {
		line.append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < ' ' || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029 || c == '"' || c == '\\') {
				line.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
			}
			else {
				line.append(c);
			}
		}
		line.append('"');
	}

}
