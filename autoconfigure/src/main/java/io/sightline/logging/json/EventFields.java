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
import java.util.Map;

import ch.qos.logback.classic.Level;
import io.sightline.logging.CapturedEvent;
import org.jspecify.annotations.Nullable;

/**
 * When, how grave, where and what: the fields that every line has.
 */
final class EventFields {

	/**
	 * How much more of a message the policy sees than is written, so that a secret at the
	 * cut is still seen whole.
	 */
	static final int MARGIN = 4 * 1024;

	private static final Severity ERROR = new Severity("ERROR", "ERROR", 17);

	private static final Severity WARN = new Severity("WARN", "WARNING", 13);

	private static final Severity INFO = new Severity("INFO", "INFO", 9);

	private static final Severity DEBUG = new Severity("DEBUG", "DEBUG", 5);

	private static final Severity TRACE = new Severity("TRACE", "DEBUG", 1);

	private static final Severity NO_SEVERITY = new Severity("INFO", "DEFAULT", 0);

	private final Timestamps timestamps = new Timestamps();

	private final EncodedTexts names = new EncodedTexts();

	private final int maxMessageLength;

	private final int maxStackTraceLength;

	EventFields(int maxMessageLength, int maxStackTraceLength) {
		this.maxMessageLength = maxMessageLength;
		this.maxStackTraceLength = maxStackTraceLength;
	}

	void register(Map<LogField, FieldSource> sources) {
		sources.put(LogField.TIMESTAMP, (line, name) -> line.write(name, this.timestamps, instant(line)));
		sources.put(LogField.TIMESTAMP_NANOS, (line, name) -> line.write(name, nanos(instant(line))));
		sources.put(LogField.LEVEL, (line, name) -> line.writeEncoded(name, severity(line).level()));
		sources.put(LogField.LEVEL_VALUE, (line, name) -> line.write(name, line.event().getLevel().levelInt));
		sources.put(LogField.SEVERITY, (line, name) -> line.writeEncoded(name, severity(line).severity()));
		sources.put(LogField.SEVERITY_NUMBER, (line, name) -> line.write(name, severity(line).number()));
		sources.put(LogField.LOGGER, (line, name) -> writeKept(line, name, line.event().getLoggerName()));
		sources.put(LogField.THREAD, (line, name) -> writeKept(line, name, line.event().getThreadName()));
		sources.put(LogField.MESSAGE, (line, name) -> line.write(name, message(line)));
		sources.put(LogField.MESSAGE_WITH_STACK_TRACE, (line, name) -> line.write(name, messageAndTrace(line)));
		sources.put(LogField.TRUNCATED, EventFields::writeTruncated);
		sources.put(LogField.ORIGINAL_LENGTH, EventFields::writeOriginalLength);
	}

	private void writeKept(Line line, byte[] name, @Nullable String text) {
		if (text != null && EncodedTexts.keeps(text) && !line.isCapped()) {
			line.writeEncoded(name, this.names.encode(text));
		}
		else {
			line.write(name, text);
		}
	}

	private static Instant instant(Line line) {
		Instant instant = line.event().getInstant();
		return (instant != null) ? instant : Instant.ofEpochMilli(line.event().getTimeStamp());
	}

	private static String nanos(Instant instant) {
		return Long
			.toString(Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano()));
	}

	private static Severity severity(Line line) {
		Level level = line.event().getLevel();
		return switch ((level != null) ? level.toInt() : Level.OFF_INT) {
			case Level.ERROR_INT -> ERROR;
			case Level.WARN_INT -> WARN;
			case Level.INFO_INT -> INFO;
			case Level.DEBUG_INT -> DEBUG;
			case Level.TRACE_INT -> TRACE;
			default -> NO_SEVERITY;
		};
	}

	private String message(Line line) {
		String rendered = render(line, line.event());
		String message = line.permitted(rendered);
		line.messageIsCut(line.messageLength() > Math.min(this.maxMessageLength, rendered.length()));
		return SafeText.cut(message, this.maxMessageLength);
	}

	private String render(Line line, CapturedEvent event) {
		String rendered = event.rendered();
		if (rendered != null) {
			line.messageLength(event.renderedLength());
			return rendered;
		}
		String pattern = event.getMessage();
		@Nullable Object @Nullable [] arguments = event.getArgumentArray();
		int limit = this.maxMessageLength + MARGIN;
		if (pattern == null || arguments == null || arguments.length == 0) {
			String message = String.valueOf(pattern);
			line.messageLength(message.length());
			return SafeText.cut(message, limit);
		}
		BoundedText text = line.text(limit);
		MessageFormat.format(pattern, arguments, text);
		line.messageLength(text.length());
		return text.toString();
	}

	private String messageAndTrace(Line line) {
		String message = message(line);
		String trace = ErrorFields.stackTrace(line, this.maxStackTraceLength);
		return (trace != null) ? message + '\n' + trace : message;
	}

	private static void writeTruncated(Line line, byte[] name) {
		if (line.isMessageCut() || line.isCapped()) {
			line.write(name, true);
		}
	}

	private static void writeOriginalLength(Line line, byte[] name) {
		if (line.isMessageCut()) {
			line.write(name, line.messageLength());
		}
	}

	/**
	 * A level in the words of the formats.
	 *
	 * @param level Logback's name of it
	 * @param severity Google Cloud's name of it
	 * @param number OpenTelemetry's number of it
	 */
	@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
	private record Severity(byte[] level, byte[] severity, int number) {

		Severity(String level, String severity, int number) {
			this(JsonBytes.encodeString(level), JsonBytes.encodeString(severity), number);
		}

	}

}
