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
import java.util.Arrays;

import io.sightline.logging.json.EncodedFrames.Encoded;
import org.jspecify.annotations.Nullable;

/**
 * Makes a string of JSON of a stack trace, line by line. The policy has to decide by the
 * line alone.
 */
final class EncodedTrace implements StackTraceSink {

	private final EncodedFrames frames;

	private final Line line;

	private final Object decision;

	private final int limit;

	private byte[] bytes;

	private int size;

	private long length;

	EncodedTrace(EncodedFrames frames, Line line, Object decision, int limit, byte[] buffer) {
		this.frames = frames;
		this.line = line;
		this.decision = decision;
		this.limit = limit;
		this.bytes = buffer;
		this.bytes[this.size++] = '"';
	}

	@Override
	public void words(String words) {
		ensure(2 * words.length());
		for (int i = 0; i < words.length(); i++) {
			char c = words.charAt(i);
			if (c == '\n' || c == '\t') {
				this.bytes[this.size++] = '\\';
				this.bytes[this.size++] = (byte) ((c == '\n') ? 'n' : 't');
			}
			else {
				this.bytes[this.size++] = (byte) c;
			}
		}
		this.length += words.length();
	}

	@Override
	public void number(int number) {
		byte[] digits = Integer.toString(number).getBytes(StandardCharsets.US_ASCII);
		append(digits, 0, digits.length);
		this.length += digits.length;
	}

	@Override
	public void thrown(String className, @Nullable String message) {
		// Together, as the name of a class can be the key of a secret.
		String text = (message != null) ? className + ": " + message : className;
		appendUnquoted(JsonBytes.encodeString(this.line.permitted(text)));
		this.length += text.length();
	}

	@Override
	public void frame(StackTraceElement frame) {
		Encoded encoded = this.frames.of(frame, this.line, this.decision);
		appendUnquoted(encoded.bytes());
		this.length += encoded.length();
	}

	@Override
	public boolean isCut() {
		return this.length > this.limit;
	}

	byte[] toByteArray() {
		ensure(1);
		this.bytes[this.size] = '"';
		return Arrays.copyOf(this.bytes, this.size + 1);
	}

	/**
	 * What the next trace can be written to, after this one is used up.
	 */
	byte[] buffer() {
		return this.bytes;
	}

	private void appendUnquoted(byte[] quoted) {
		append(quoted, 1, quoted.length - 2);
	}

	private void append(byte[] part, int from, int count) {
		ensure(count);
		System.arraycopy(part, from, this.bytes, this.size, count);
		this.size += count;
	}

	private void ensure(int more) {
		if (this.bytes.length - this.size < more) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.size + more, 2 * this.bytes.length));
		}
	}

}
