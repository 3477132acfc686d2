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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.spi.IThrowableProxy;
import io.sightline.logging.guard.GuardedThrowable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * What went wrong, and what else is said only now and then: the source location and the
 * markers.
 */
final class ErrorFields {

	private static final int MAX_MESSAGE_LENGTH = 4 * 1024;

	private static final int MAX_TAGS = 100;

	/**
	 * What Commons Logging marks its events with, Spring's among them: says nothing.
	 */
	private static final String BRIDGE = "COMMONS-LOGGING";

	private static final int BUFFER = 8 * 1024;

	private static final int MAX_BUFFER = 64 * 1024;

	private final int maxStackTraceLength;

	private final TextPolicy policy;

	private final EncodedFrames frames = new EncodedFrames();

	private final AtomicReference<byte @Nullable []> spare = new AtomicReference<>();

	ErrorFields(int maxStackTraceLength, TextPolicy policy) {
		this.maxStackTraceLength = maxStackTraceLength;
		this.policy = policy;
	}

	void register(Map<LogField, FieldSource> sources) {
		sources.put(LogField.ERROR_TYPE, ofError((line, error) -> error.getClassName()));
		sources.put(LogField.ERROR_MESSAGE, ofError(ErrorFields::message));
		sources.put(LogField.STACK_TRACE, this::writeStackTrace);
		sources.put(LogField.ERROR_HASH, ofError((line, error) -> StackTraces.hash(error)));
		sources.put(LogField.ERROR_RENDER_FAILED, ErrorFields::writeRenderFailed);
		sources.put(LogField.TAGS, ErrorFields::writeTags);
		sources.put(LogField.SOURCE_FILE, (line, name) -> line.write(name, caller(line).getFileName()));
		sources.put(LogField.SOURCE_LINE, (line, name) -> line.write(name, caller(line).getLineNumber()));
		sources.put(LogField.SOURCE_METHOD,
				(line, name) -> line.write(name, caller(line).getClassName() + '.' + caller(line).getMethodName()));
	}

	private static @Nullable String message(Line line, IThrowableProxy error) {
		String message = error.getMessage();
		return (message != null) ? SafeText
			.cut(line.permitted(SafeText.cut(message, MAX_MESSAGE_LENGTH + EventFields.MARGIN)), MAX_MESSAGE_LENGTH)
				: null;
	}

	private void writeStackTrace(Line line, byte[] name) {
		byte[] encoded = encoded(line);
		if (encoded != null) {
			line.writeEncoded(name, encoded);
		}
		else {
			line.write(name, stackTrace(line, this.maxStackTraceLength));
		}
	}

	// Nothing for traces that have to be cut, and for policies that see them whole.
	private byte @Nullable [] encoded(Line line) {
		IThrowableProxy error = line.event().getThrowableProxy();
		Object decision = line.isCapped() ? null : this.policy.lineByLine();
		if (error == null || decision == null) {
			return null;
		}
		byte[] spare = this.spare.getAndSet(null);
		EncodedTrace trace = new EncodedTrace(this.frames, line, decision, this.maxStackTraceLength,
				(spare != null) ? spare : new byte[BUFFER]);
		StackTraces.write(trace, error);
		byte[] encoded = trace.isCut() ? null : trace.toByteArray();
		if (trace.buffer().length <= MAX_BUFFER) {
			this.spare.set(trace.buffer());
		}
		return encoded;
	}

	static @Nullable String stackTrace(Line line, int limit) {
		IThrowableProxy error = line.event().getThrowableProxy();
		if (error == null) {
			return null;
		}
		BoundedText text = line.text(limit + EventFields.MARGIN);
		StackTraces.write(text, error);
		String permitted = line.permitted(text.toString());
		return (text.length() > limit) ? SafeText.cut(permitted, limit) + SafeValues.CUT : permitted;
	}

	private static FieldSource ofError(ErrorText text) {
		return (line, name) -> {
			IThrowableProxy error = line.event().getThrowableProxy();
			if (error != null) {
				line.write(name, text.of(line, error));
			}
		};
	}

	private static void writeRenderFailed(Line line, byte[] name) {
		if (line.event().getThrowableProxy() instanceof GuardedThrowable) {
			line.write(name, true);
		}
	}

	private static StackTraceElement caller(Line line) {
		StackTraceElement[] caller = line.event().getCallerData();
		return (caller != null && caller.length > 0) ? caller[0] : new StackTraceElement("?", "?", "?", -1);
	}

	private static void writeTags(Line line, byte[] name) {
		List<Marker> markers = line.event().getMarkerList();
		if (markers == null) {
			return;
		}
		List<String> tags = new ArrayList<>();
		for (Marker marker : markers) {
			if (tags.size() < MAX_TAGS && !StructuredFields.isField(marker) && !BRIDGE.equals(marker.getName())) {
				tags.add(line.permitted(SafeText.cut(String.valueOf(marker.getName()), 256)));
			}
		}
		if (!tags.isEmpty()) {
			line.write(name, tags);
		}
	}

	@FunctionalInterface
	private interface ErrorText {

		@Nullable String of(Line line, IThrowableProxy error);

	}

}
