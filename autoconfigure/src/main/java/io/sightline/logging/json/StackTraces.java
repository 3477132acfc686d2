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
import java.util.function.UnaryOperator;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/**
 * Writes stack traces: the root cause first, what a framework did in between folded into
 * one line, and of bounded depth and width whatever the causes are.
 */
final class StackTraces {

	private static final int MAX_CAUSES = 20;

	private static final int MAX_SUPPRESSED = 10;

	private static final int MAX_FRAMES = 60;

	private static final int MAX_MESSAGE = 4 * 1024;

	private final StackTraceSink sink;

	private StackTraces(StackTraceSink sink) {
		this.sink = sink;
	}

	static void write(BoundedText text, IThrowableProxy error) {
		write(text, error, UnaryOperator.identity());
	}

	static void write(BoundedText text, IThrowableProxy error, UnaryOperator<String> messages) {
		write(new StackTraceWords(text, messages), error);
	}

	static void write(StackTraceSink sink, IThrowableProxy error) {
		new StackTraces(sink).write(error, "", 0);
	}

	private void write(IThrowableProxy error, String indent, int depth) {
		List<IThrowableProxy> causes = causes(error);
		for (int i = causes.size() - 1; i >= 0 && !this.sink.isCut(); i--) {
			boolean root = i == causes.size() - 1;
			if (!root) {
				this.sink.words(indent);
				this.sink.words("Wrapped by: ");
			}
			IThrowableProxy one = causes.get(i);
			writeHead(one);
			// What a wrapper's trace shares with its cause has been told there.
			writeFrames(one, indent, root ? 0 : Math.max(0, causes.get(i + 1).getCommonFrames()));
			writeSuppressed(one, indent, depth);
		}
	}

	static List<IThrowableProxy> causes(IThrowableProxy error) {
		List<IThrowableProxy> causes = new ArrayList<>(4);
		for (@Nullable
		IThrowableProxy one = error; one != null && causes.size() < MAX_CAUSES
				&& !causes.contains(one); one = one.getCause()) {
			causes.add(one);
		}
		return causes;
	}

	private void writeHead(IThrowableProxy error) {
		String message = error.getMessage();
		this.sink.thrown(String.valueOf(error.getClassName()),
				(message != null) ? SafeText.cut(message, MAX_MESSAGE) : null);
		if (error.isCyclic()) {
			this.sink.words(" [circular reference]");
		}
		this.sink.words("\n");
	}

	private void writeFrames(IThrowableProxy error, String indent, int common) {
		StackTraceElementProxy[] frames = error.getStackTraceElementProxyArray();
		int length = (frames != null) ? Math.max(frames.length - common, 0) : 0;
		int written = 0;
		int folded = 0;
		for (int i = 0; i < length && written < MAX_FRAMES && !this.sink.isCut(); i++) {
			StackTraceElement frame = frames[i].getStackTraceElement();
			if (i > 0 && FrameName.of(frame.getClassName()).framework()) {
				folded++;
				continue;
			}
			writeOmitted(folded, " frames omitted", indent);
			this.sink.words(indent);
			this.sink.frame(frame);
			written += 1;
			length = (written == MAX_FRAMES) ? i + 1 : length;
			folded = 0;
		}
		int rest = (frames != null) ? Math.max(frames.length - common, 0) - length : 0;
		writeOmitted(folded + rest, " frames omitted", indent);
		writeOmitted(common, " common frames omitted", indent);
	}

	private void writeOmitted(int count, String what, String indent) {
		if (count > 0) {
			this.sink.words(indent);
			this.sink.words("\t... ");
			this.sink.number(count);
			this.sink.words(what);
			this.sink.words("\n");
		}
	}

	private void writeSuppressed(IThrowableProxy error, String indent, int depth) {
		IThrowableProxy[] suppressed = error.getSuppressed();
		if (suppressed == null || depth > 1) {
			return;
		}
		for (int i = 0; i < Math.min(suppressed.length, MAX_SUPPRESSED) && !this.sink.isCut(); i++) {
			this.sink.words(indent);
			this.sink.words("\tSuppressed: ");
			write(suppressed[i], indent + "\t", depth + 1);
		}
		writeOmitted(suppressed.length - MAX_SUPPRESSED, " suppressed omitted", indent);
	}

	/**
	 * A hash that is equal for errors of the same classes that took the same way through
	 * the application's methods, also after lines moved or arguments changed.
	 */
	static String hash(IThrowableProxy error) {
		int hash = 0;
		for (IThrowableProxy one : causes(error)) {
			hash = mix(hash, FrameName.of(String.valueOf(one.getClassName())));
			StackTraceElementProxy[] frames = one.getStackTraceElementProxyArray();
			for (int i = 0; frames != null && i < Math.min(frames.length, MAX_FRAMES); i++) {
				StackTraceElement frame = frames[i].getStackTraceElement();
				FrameName type = FrameName.of(frame.getClassName());
				if (!type.framework()) {
					hash = mix(mix(hash, type), FrameName.of(frame.getMethodName()));
				}
			}
		}
		String hex = Integer.toHexString(hash);
		return "0".repeat(8 - hex.length()) + hex;
	}

	private static int mix(int hash, FrameName name) {
		return (hash ^ name.hash()) * 0x01000193 + (hash >>> 15);
	}

}
