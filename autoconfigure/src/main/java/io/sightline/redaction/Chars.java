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
 * Character classes of the scanner.
 */
final class Chars {

	private Chars() {
	}

	static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	static boolean isAlphanumeric(char c) {
		return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	}

	static boolean isBase64Url(char c) {
		return isAlphanumeric(c) || c == '-' || c == '_';
	}

	static boolean isSpace(char c) {
		return c == ' ' || c == '\t';
	}

	static boolean isLineEnd(char c) {
		return c == '\n' || c == '\r';
	}

	static boolean isQuote(char c) {
		return c == '"' || c == '\'' || c == '`';
	}

	static boolean isCloser(char c) {
		return c == ')' || c == ']' || c == '}' || c == '>' || isQuote(c);
	}

	static boolean isListSeparator(char c) {
		return c == ',' || c == ';' || c == '&';
	}

	// Part of a name as it stands before a colon or an equals sign.
	static boolean isName(char c) {
		return isBase64Url(c) || c == '.' || c == '$' || c == '[' || c == ']' || (c >= 128 && Character.isLetter(c));
	}

	static char toLower(char c) {
		if (c < 128) {
			return (c >= 'A' && c <= 'Z') ? (char) (c + 32) : c;
		}
		return Character.toLowerCase(c);
	}

	// Whether a token may begin here: after something that is neither letter nor digit,
	// or
	// after an escape such as \n or %20 that only looks like one.
	static boolean isTokenStart(String text, int at) {
		if (at == 0 || !isAlphanumeric(text.charAt(at - 1))) {
			return true;
		}
		char previous = text.charAt(at - 1);
		boolean escape = at > 1 && text.charAt(at - 2) == '\\'
				&& (previous == 'n' || previous == 'r' || previous == 't');
		return escape || (at > 2 && text.charAt(at - 3) == '%');
	}

}
