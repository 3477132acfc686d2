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
 * Character classes of the scanner. ASCII is looked up, for the scanner asks millions of
 * times.
 */
final class Chars {

	private static final int DIGIT = 1;

	private static final int LETTER = 2;

	private static final int BASE64_URL = 4;

	private static final int TOKEN68 = 8;

	private static final int NAME = 16;

	private static final int CLOSER = 32;

	private static final int AUTHORITY_END = 64;

	private static final byte[] CLASSES = new byte[128];

	static {
		mark("0123456789", DIGIT | BASE64_URL | TOKEN68 | NAME);
		mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", LETTER | BASE64_URL | TOKEN68 | NAME);
		mark("-_", BASE64_URL | TOKEN68 | NAME);
		mark(".", TOKEN68 | NAME);
		mark("~+/=", TOKEN68);
		mark("$[]", NAME);
		mark(")]}>\"'`", CLOSER);
		mark("/?#\"'<>\\", AUTHORITY_END);
	}

	private Chars() {
	}

	private static void mark(String characters, int classes) {
		characters.chars().forEach((c) -> CLASSES[c] |= (byte) classes);
	}

	private static boolean is(char c, int classes) {
		return c < 128 && (CLASSES[c] & classes) != 0;
	}

	static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	static boolean isAlphanumeric(char c) {
		return is(c, DIGIT | LETTER);
	}

	static boolean isLetter(char c) {
		return (c < 128) ? (CLASSES[c] & LETTER) != 0 : Character.isLetter(c);
	}

	static boolean isLetterOrDigit(char c) {
		return (c < 128) ? (CLASSES[c] & (LETTER | DIGIT)) != 0 : Character.isLetterOrDigit(c);
	}

	static boolean isBase64Url(char c) {
		return is(c, BASE64_URL);
	}

	static boolean isToken68(char c) {
		return is(c, TOKEN68);
	}

	static boolean isCloser(char c) {
		return is(c, CLOSER);
	}

	static boolean isAuthority(char c) {
		return c > ' ' && !is(c, AUTHORITY_END);
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

	static boolean isListSeparator(char c) {
		return c == ',' || c == ';' || c == '&';
	}

	// Part of a name as it stands before a colon or an equals sign.
	static boolean isName(char c) {
		return is(c, NAME) || (c >= 128 && Character.isLetter(c));
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
