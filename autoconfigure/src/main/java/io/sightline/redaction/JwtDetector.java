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

	// Glued to other letters, any of many beginnings could be the right one.
	private static final int MAX_HEADER_INSIDE = 512;

	@Override
	public long find(String text, int at) {
		int start = at - 2;
		if (start < 0 || !text.startsWith("eyJ", start)) {
			return Span.NONE;
		}
		boolean inside = start > 0 && Chars.isBase64Url(text.charAt(start - 1));
		int header = partEnd(text, start, (inside) ? start + MAX_HEADER_INSIDE : text.length());
		if (header - start < MIN_HEADER || header >= text.length() || text.charAt(header) != '.') {
			return Span.NONE;
		}
		int end = header;
		while (end < text.length() && (text.charAt(end) == '.' || Chars.isBase64Url(text.charAt(end)))) {
			end++;
		}
		return (end - start >= MIN_LENGTH) ? Span.of(start, end) : Span.NONE;
	}

	private static int partEnd(String text, int start, int limit) {
		int end = start;
		while (end < Math.min(limit, text.length()) && Chars.isBase64Url(text.charAt(end))) {
			end++;
		}
		return end;
	}

}
