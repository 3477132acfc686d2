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
 * The value of an authorization header: a scheme, and after it the credentials.
 */
final class AuthorizationScheme implements Detector {

	private static final String[] SCHEMES = { "Bearer", "Basic", "Token", "Negotiate", "NTLM", "ApiKey", "DPoP",
			"GenieKey", "SSWS" };

	private static final String[] SCHEMES_WITH_PARAMETERS = { "Digest", "AWS4-HMAC-SHA256", "OAuth", "Hawk",
			"SCRAM-SHA-256" };

	// Ordinary words after "bearer" in a sentence about bearer tokens.
	private static final String[] PROSE = { "token", "tokens", "auth", "authentication", "authorization", "scheme",
			"header", "headers", "realm", "credential", "credentials", "format", "error", "missing", "invalid",
			"expired", "required", "rejected", "accepted", "prefix", "value", "method", "challenge", "usage", "access",
			"security", "schema", "should", "must", "cannot", "instead", "without", "expected" };

	private static final int MIN_BEARER = 6;

	private static final int MIN_BASIC = 8;

	// Three characters before the end, both schemes have one that few words have there.
	static boolean mayEndAt(String text, int at) {
		char c = (at >= 5) ? Chars.toLower(text.charAt(at - 3)) : ' ';
		return c == 'r' || c == 's';
	}

	@Override
	public long find(String text, int at) {
		char before = (at > 0) ? text.charAt(at - 1) : ' ';
		if ((before == 'r' || before == 'R') && isWord(text, at, "Bearer")) {
			int start = afterSpaces(text, at);
			int end = tokenEnd(text, start);
			return isBearer(text, start, end) ? Span.of(start, end) : Span.NONE;
		}
		if ((before == 'c' || before == 'C') && isWord(text, at, "Basic")) {
			int start = afterSpaces(text, at);
			int end = tokenEnd(text, start);
			return isBasic(text, start, end) ? Span.of(start, end) : Span.NONE;
		}
		return Span.NONE;
	}

	private static boolean isWord(String text, int end, String word) {
		int start = end - word.length();
		return text.regionMatches(true, start, word, 0, word.length()) && Chars.isTokenStart(text, start);
	}

	static int afterSpaces(String text, int at) {
		int position = at;
		while (position < text.length() && position - at < 8 && Chars.isSpace(text.charAt(position))) {
			position++;
		}
		return position;
	}

	private static int tokenEnd(String text, int start) {
		int end = start;
		while (end < text.length() && Chars.isToken68(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static boolean isBearer(String text, int start, int end) {
		int last = end;
		while (last > start && !Chars.isAlphanumeric(text.charAt(last - 1))) {
			last--;
		}
		return last - start >= MIN_BEARER && !isOneOf(PROSE, text, start, last);
	}

	private static boolean isBasic(String text, int start, int end) {
		if (end - start < MIN_BASIC || !isWordEnd(text, end)) {
			return false;
		}
		if (text.charAt(end - 1) == '=') {
			return true;
		}
		boolean mixed = false;
		for (int i = start + 1; i < end; i++) {
			char c = text.charAt(i);
			if (c == '.' || c == '-' || c == '_') {
				return false;
			}
			mixed |= Chars.isDigit(c) || (c >= 'A' && c <= 'Z');
		}
		return mixed && (end - start) % 4 == 0;
	}

	private static boolean isWordEnd(String text, int end) {
		if (end == text.length()) {
			return true;
		}
		char c = text.charAt(end);
		return c <= ' ' || Chars.isCloser(c) || Chars.isListSeparator(c) || c == '\\' || c == '<';
	}

	static boolean isAt(String text, int start, int end) {
		return isOneOf(SCHEMES, text, start, end) || isOneOf(SCHEMES_WITH_PARAMETERS, text, start, end);
	}

	// End of the credentials after a scheme.
	static int end(String text, int start, int schemeEnd) {
		if (isOneOf(SCHEMES, text, start, schemeEnd)) {
			int credentials = afterSpaces(text, schemeEnd);
			return (credentials > schemeEnd) ? SecretValue.wordEnd(text, credentials, false) : schemeEnd;
		}
		int end = schemeEnd;
		while (end < text.length() && !Chars.isLineEnd(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static boolean isOneOf(String[] words, String text, int start, int end) {
		for (String word : words) {
			if (word.length() == end - start && text.regionMatches(true, start, word, 0, word.length())) {
				return true;
			}
		}
		return false;
	}

}
