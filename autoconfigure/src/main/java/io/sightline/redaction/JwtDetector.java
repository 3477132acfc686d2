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

package io.sightline.redaction;

/**
 * Finds JSON web tokens, signed or encrypted, from the third letter of their {@code eyJ}.
 */
final class JwtDetector implements Detector {

	private static final int MIN_HEADER = 12;

	private static final int MIN_LENGTH = 24;

	// Room for a name glued to the token. Any more, and a text of many beginnings would
	// be read once for each.
	private static final int MAX_PREFIX = 16;

	@Override
	public long find(String text, int at) {
		int start = at - 2;
		if (start < 0 || !text.startsWith("eyJ", start) || !isNearStart(text, start)) {
			return Span.NONE;
		}
		int header = start;
		while (header < text.length() && Chars.isBase64Url(text.charAt(header))) {
			header++;
		}
		if (header - start < MIN_HEADER || header == text.length() || text.charAt(header) != '.') {
			return Span.NONE;
		}
		int end = header;
		while (end < text.length() && (text.charAt(end) == '.' || Chars.isBase64Url(text.charAt(end)))) {
			end++;
		}
		return (end - start >= MIN_LENGTH) ? Span.of(start, end) : Span.NONE;
	}

	private static boolean isNearStart(String text, int start) {
		for (int i = start - 1; i >= start - MAX_PREFIX; i--) {
			if (i < 0 || !Chars.isBase64Url(text.charAt(i))) {
				return true;
			}
		}
		return false;
	}

}
