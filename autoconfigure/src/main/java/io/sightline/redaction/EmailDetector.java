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
 * Finds e-mail addresses, from their {@code @}.
 */
final class EmailDetector implements Detector {

	static final int MAX_LOCAL = 64;

	private static final int MAX_DOMAIN = 255;

	@Override
	public long find(String text, int at) {
		int start = at;
		while (start > 0 && at - start < MAX_LOCAL && isLocal(text.charAt(start - 1))) {
			start--;
		}
		int end = domainEnd(text, at + 1);
		return (start < at && end > at) ? Span.of(start, end) : Span.NONE;
	}

	private static boolean isLocal(char c) {
		return Chars.isBase64Url(c) || c == '.' || c == '+' || c == '%' || (c >= 128 && Character.isLetter(c));
	}

	private static int domainEnd(String text, int start) {
		int limit = Math.min(text.length(), start + MAX_DOMAIN);
		int dot = -1;
		int end = start;
		while (end < limit && isDomain(text.charAt(end))) {
			dot = (text.charAt(end) == '.' && end > start && end + 1 < limit && isDomain(text.charAt(end + 1))
					&& text.charAt(end + 1) != '.') ? end : dot;
			end++;
		}
		while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
			end--;
		}
		return (dot > start && end - dot > 2) ? end : -1;
	}

	private static boolean isDomain(char c) {
		return Chars.isAlphanumeric(c) || c == '-' || c == '.' || (c >= 128 && Character.isLetter(c));
	}

}
