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
 * Where a quoted value ends, also within text that has been quoted itself.
 */
final class QuotedValue {

	private QuotedValue() {
	}

	/**
	 * Index of the end of the content.
	 * @param text the text
	 * @param open index of the opening quote
	 * @param escapes number of backslashes before the opening quote
	 * @param from where to begin to look
	 * @return index after the last character of the content
	 */
	static int end(String text, int open, int escapes, int from) {
		char quote = text.charAt(open);
		int run = 0;
		for (int i = from; i < text.length(); i++) {
			char c = text.charAt(i);
			if (Chars.isLineEnd(c)) {
				return i;
			}
			if (c == quote && i + 1 < text.length() && text.charAt(i + 1) == quote && i > from) {
				// SQL and CSV write a quote in a value twice.
				i++;
			}
			else if (c == quote && isClosing(run, escapes)) {
				return i - Math.min(run, escapes);
			}
			run = (c == '\\') ? run + 1 : 0;
		}
		return text.length();
	}

	// Each level of quoting doubles the backslashes of the content and adds one.
	private static boolean isClosing(int run, int escapes) {
		return run < escapes || (run - escapes) % (2 * (escapes + 1)) == 0;
	}

}
