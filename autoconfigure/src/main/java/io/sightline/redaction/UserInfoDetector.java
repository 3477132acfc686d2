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
 * Finds {@code user:password@} in URLs, from the colon after the scheme.
 */
final class UserInfoDetector implements Detector {

	// A shorter name without a password, as in ssh://git@host, is no secret.
	private static final int MIN_TOKEN = 20;

	@Override
	public long find(String text, int at) {
		if (!text.startsWith("//", at + 1)) {
			return Span.NONE;
		}
		int start = at + 3;
		int end = end(text, start);
		if (end <= start || Replacement.isAt(text, start, end)) {
			return Span.NONE;
		}
		boolean password = text.substring(start, end).indexOf(':') >= 0;
		return (password || end - start >= MIN_TOKEN) ? Span.of(start, end) : Span.NONE;
	}

	// Index of the last @ of the authority that begins here, or -1.
	static int end(String text, int start) {
		int end = -1;
		for (int i = start; i < text.length() && Chars.isAuthority(text.charAt(i)); i++) {
			if (text.charAt(i) == '@') {
				end = i;
			}
		}
		return end;
	}

}
