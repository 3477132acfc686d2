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

/**
 * JSON as bytes of UTF-8. Beyond what JSON asks for it escapes what a terminal or a log
 * viewer may take for a command or for the end of a line: DEL, the C1 controls and the
 * line and paragraph separators. A lone surrogate becomes U+FFFD. Commas are put where
 * they belong. Not safe for use by multiple threads.
 */
final class JsonBytes {

	private static final int MAX_REUSED = 16 * 1024;

	private static final int CHUNK = 128;

	private static final int ASCII = 128;

	private static final char LAST_C1 = 0x9f;

	private static final char LINE_SEPARATOR = 0x2028;

	private static final char PARAGRAPH_SEPARATOR = 0x2029;

	private static final byte[] REPLACEMENT = { (byte) 0xef, (byte) 0xbf, (byte) 0xbd };

	private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

	/**
	 * What one character may take, and a quote and a bracket after it.
	 */
	private static final int ROOM = 8;

	/**
	 * What is not itself in a string: 1 for what has no short escape, else the letter of
	 * the escape.
	 */
	private static final byte[] ESCAPES = new byte[ASCII];

	/**
	 * What is itself in a string; the last is for all that is not ASCII.
	 */
	private static final boolean[] PLAIN = new boolean[ASCII + 1];

	static {
		Arrays.fill(ESCAPES, 0, ' ', (byte) 1);
		ESCAPES[0x7f] = 1;
		ESCAPES['"'] = '"';
		ESCAPES['\\'] = '\\';
		ESCAPES['\b'] = 'b';
		ESCAPES['\t'] = 't';
		ESCAPES['\n'] = 'n';
		ESCAPES['\f'] = 'f';
		ESCAPES['\r'] = 'r';
		for (int c = 0; c < ASCII; c++) {
			PLAIN[c] = ESCAPES[c] == 0;
		}
	}

	private final char[] chunk = new char[CHUNK];

	private byte[] bytes = new byte[1024];

	private int size;

	void clear() {
		if (this.bytes.length > MAX_REUSED) {
			this.bytes = new byte[1024];
		}
		this.size = 0;
	}

	int size() {
		return this.size;
	}

	byte[] toByteArray() {
		return Arrays.copyOf(this.bytes, this.size);
	}

	/**
	 * The name of a field, with the comma before it.
	 */
	static byte[] encodeName(String name) {
		JsonBytes json = new JsonBytes();
		json.bytes[json.size++] = ',';
		json.writeQuoted(name);
		json.bytes[json.size++] = ':';
		return json.toByteArray();
	}

	static byte[] encodeString(String text) {
		JsonBytes json = new JsonBytes();
		json.writeQuoted(text);
		return json.toByteArray();
	}

	void start(char bracket) {
		beforeValue();
		this.bytes[this.size++] = (byte) bracket;
	}

	void end(char bracket) {
		ensure(ROOM);
		this.bytes[this.size++] = (byte) bracket;
	}

	/**
	 * Writes fields, or the name of one, encoded with the comma before them.
	 */
	void writeFields(byte[] encoded) {
		ensure(encoded.length);
		int from = (this.bytes[this.size - 1] == '{') ? 1 : 0;
		System.arraycopy(encoded, from, this.bytes, this.size, encoded.length - from);
		this.size += encoded.length - from;
	}

	void writeName(String name) {
		ensure(ROOM);
		if (this.bytes[this.size - 1] != '{') {
			this.bytes[this.size++] = ',';
		}
		writeQuoted(name);
		this.bytes[this.size++] = ':';
	}

	void writeString(String text) {
		beforeValue();
		writeQuoted(text);
	}

	/**
	 * Writes a value that is JSON already: encoded, a number, or a word such as
	 * {@code true}.
	 */
	void writeEncoded(byte[] value) {
		beforeValue();
		ensure(value.length);
		System.arraycopy(value, 0, this.bytes, this.size, value.length);
		this.size += value.length;
	}

	void writeAscii(String value) {
		beforeValue();
		ensure(value.length());
		for (int i = 0; i < value.length(); i++) {
			this.bytes[this.size++] = (byte) value.charAt(i);
		}
	}

	/**
	 * Makes room for a value of a known length that the caller then appends.
	 */
	void startValue(int length) {
		beforeValue();
		ensure(length);
	}

	void append(byte[] part) {
		System.arraycopy(part, 0, this.bytes, this.size, part.length);
		this.size += part.length;
	}

	void append(char c) {
		this.bytes[this.size++] = (byte) c;
	}

	private void beforeValue() {
		ensure(ROOM);
		if (this.size > 0) {
			byte last = this.bytes[this.size - 1];
			if (last != ':' && last != '[') {
				this.bytes[this.size++] = ',';
			}
		}
	}

	private void ensure(int more) {
		if (this.bytes.length - this.size < more) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.size + more, 2 * this.bytes.length));
		}
	}

	private void writeQuoted(String text) {
		int length = text.length();
		ensure(length + ROOM);
		this.bytes[this.size++] = '"';
		int position = 0;
		while (position < length) {
			int end = Math.min(length, position + CHUNK);
			position += copyPlain(text, position, end);
			if (position < end) {
				position = writeSpecial(text, position);
				ensure(length - position + ROOM);
			}
		}
		this.bytes[this.size++] = '"';
	}

	/**
	 * Copies up to the first character that is not itself, and returns how many it was.
	 */
	@SuppressWarnings("deprecation") // right for ASCII, and a copy of memory
	private int copyPlain(String text, int from, int end) {
		int count = (end - from < CHUNK / 2) ? countPlain(text, from, end) : countPlainOfChunk(text, from, end);
		text.getBytes(from, from + count, this.bytes, this.size);
		this.size += count;
		return count;
	}

	private static int countPlain(String text, int from, int end) {
		boolean[] plain = PLAIN;
		int position = from;
		while (position < end && plain[Math.min(text.charAt(position), ASCII)]) {
			position++;
		}
		return position - from;
	}

	private int countPlainOfChunk(String text, int from, int end) {
		// A string gives out many characters faster than one after the other.
		char[] chunk = this.chunk;
		text.getChars(from, end, chunk, 0);
		boolean[] plain = PLAIN;
		int length = end - from;
		for (int i = 0; i < length; i++) {
			if (!plain[Math.min(chunk[i], ASCII)]) {
				return i;
			}
		}
		return length;
	}

	private int writeSpecial(String text, int at) {
		char c = text.charAt(at);
		if (c < ASCII && ESCAPES[c] != 1) {
			this.bytes[this.size++] = '\\';
			this.bytes[this.size++] = ESCAPES[c];
		}
		else if (c <= LAST_C1 || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR) {
			writeHex(c);
		}
		else if (!Character.isSurrogate(c)) {
			writeMultiByte(c);
		}
		else if (at + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(at + 1))) {
			writePair(Character.toCodePoint(c, text.charAt(at + 1)));
			return at + 2;
		}
		else {
			append(REPLACEMENT);
		}
		return at + 1;
	}

	private void writeHex(char c) {
		this.bytes[this.size++] = '\\';
		this.bytes[this.size++] = 'u';
		for (int shift = 12; shift >= 0; shift -= 4) {
			this.bytes[this.size++] = HEX[(c >> shift) & 0xf];
		}
	}

	private void writeMultiByte(char c) {
		if (c < 0x800) {
			this.bytes[this.size++] = (byte) (0xc0 | (c >> 6));
		}
		else {
			this.bytes[this.size++] = (byte) (0xe0 | (c >> 12));
			this.bytes[this.size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
		}
		this.bytes[this.size++] = (byte) (0x80 | (c & 0x3f));
	}

	private void writePair(int codePoint) {
		this.bytes[this.size++] = (byte) (0xf0 | (codePoint >> 18));
		this.bytes[this.size++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
		this.bytes[this.size++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
		this.bytes[this.size++] = (byte) (0x80 | (codePoint & 0x3f));
	}

}
