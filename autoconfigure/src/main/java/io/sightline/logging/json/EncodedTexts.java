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

import org.jspecify.annotations.Nullable;

/**
 * Keeps what was made of texts that come again and again, such as the names of loggers
 * and threads, in a table that does not grow. Safe for use by multiple threads: the table
 * is a hint, and what is in it does not change.
 */
final class EncodedTexts {

	private static final int SLOTS = 256;

	private static final int MAX_KEPT = 128;

	private final @Nullable Encoded[] kept = new Encoded[SLOTS];

	/**
	 * Whether a text is worth looking up.
	 */
	static boolean keeps(String text) {
		return text.length() <= MAX_KEPT;
	}

	byte[] encode(String text) {
		int hash = text.hashCode();
		int slot = (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (SLOTS - 1);
		Encoded encoded = this.kept[slot];
		if (encoded == null || !encoded.text().equals(text)) {
			encoded = new Encoded(text, JsonBytes.encodeString(text));
			this.kept[slot] = encoded;
		}
		return encoded.bytes();
	}

	@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
	private record Encoded(String text, byte[] bytes) {

	}

}
