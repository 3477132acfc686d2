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
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Escapes, beyond what JSON asks for, what a terminal or a log viewer may take for a
 * command or for the end of a line: DEL, the C1 controls and the line and paragraph
 * separators. The value stays the same.
 */
final class Escapes extends CharacterEscapes {

	private static final long serialVersionUID = 1L;

	private static final char DELETE = 0x7f;

	private static final char LAST_C1 = 0x9f;

	private static final char LINE_SEPARATOR = 0x2028;

	private static final char PARAGRAPH_SEPARATOR = 0x2029;

	@Override
	public int[] getEscapeCodesForAscii() {
		int[] codes = standardAsciiEscapesForJSON();
		codes[DELETE] = ESCAPE_STANDARD;
		return codes;
	}

	@Override
	public @Nullable SerializableString getEscapeSequence(int c) {
		if (c >= DELETE && c <= LAST_C1) {
			return new SerializedString("\\u00" + Integer.toHexString(c));
		}
		if (c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR) {
			return new SerializedString("\\u" + Integer.toHexString(c));
		}
		return null;
	}

}
