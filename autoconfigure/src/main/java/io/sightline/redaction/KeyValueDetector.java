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
 * Finds {@code password=x}, {@code "password": "x"}, {@code Authorization: Bearer x} and
 * the like, from the separator.
 */
final class KeyValueDetector implements Detector {

	private static final int MAX_GAP = 4;

	private final SecretKeys keys;

	private final SecretValue value;

	KeyValueDetector(SecretKeys keys) {
		this.keys = keys;
		this.value = new SecretValue(keys);
	}

	@Override
	public long find(String text, int at) {
		int end = keyEnd(text, at);
		if (end == 0 || !this.keys.mayEndWith(text.charAt(end - 1))) {
			return Span.NONE;
		}
		int start = keyStart(text, end);
		if (start == end || !this.keys.isSecret(text, start, end)) {
			return Span.NONE;
		}
		boolean cookie = Chars.toLower(text.charAt(end - 1)) == 'e'
				&& text.regionMatches(true, end - 6, "cookie", 0, 6);
		return this.value.find(text, at, cookie);
	}

	private static int keyEnd(String text, int at) {
		int end = back(text, at, ' ');
		if (end > 0 && Chars.isQuote(text.charAt(end - 1))) {
			return back(text, end - 1, '\\');
		}
		// The closing bracket of user[password] as a browser encodes it.
		boolean encoded = end > 2 && text.charAt(end - 3) == '%' && text.regionMatches(true, end - 3, "%5D", 0, 3);
		return (encoded) ? end - 3 : end;
	}

	private static int back(String text, int from, char skipped) {
		int position = from;
		while (position > 0 && from - position < MAX_GAP && text.charAt(position - 1) == skipped) {
			position--;
		}
		return position;
	}

	private static int keyStart(String text, int end) {
		int start = end;
		while (start > 0 && Chars.isName(text.charAt(start - 1))) {
			start--;
		}
		return start;
	}

}
