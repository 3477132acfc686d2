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
 * Where the value of a secret key begins and ends in free text. When in doubt it ends
 * later: a mask that is too long costs less than one that is too short.
 */
final class SecretValue {

	private static final int MAX_GAP = 8;

	private static final int MAX_NAME = 64;

	private final SecretKeys keys;

	SecretValue(SecretKeys keys) {
		this.keys = keys;
	}

	long find(String text, int separator, boolean cookie) {
		int start = start(text, separator);
		if (isEmpty(text, start) || isNextPair(text, separator, start)) {
			return Span.NONE;
		}
		int quote = afterBackslashes(text, start);
		if (quote < text.length() && Chars.isQuote(text.charAt(quote))) {
			return quoted(text, quote, quote - start);
		}
		int end = plainEnd(text, start, cookie);
		int key = PemDetector.endWithin(text, text.substring(start, end), start, end);
		return span(text, start, (key > end) ? wordEnd(text, key, cookie) : end);
	}

	private static long quoted(String text, int quote, int escapes) {
		int start = quote + 1;
		int end = QuotedValue.end(text, quote, escapes, start);
		int key = PemDetector.endWithin(text, text.substring(start, end), start, end);
		return span(text, start, (key > end) ? QuotedValue.end(text, quote, escapes, key) : end);
	}

	private static int start(String text, int separator) {
		int start = separator + 1;
		if (text.charAt(separator) == '=' && start < text.length()
				&& (text.charAt(start) == '=' || text.charAt(start) == '>')) {
			start++;
		}
		int limit = Math.min(text.length(), start + MAX_GAP);
		while (start < limit && Chars.isSpace(text.charAt(start))) {
			start++;
		}
		return start;
	}

	private static boolean isEmpty(String text, int start) {
		return start >= text.length() || Chars.isLineEnd(text.charAt(start)) || text.charAt(start) == '&';
	}

	// In "password= user=bob" the password is empty.
	private static boolean isNextPair(String text, int separator, int start) {
		return text.charAt(separator) == '=' && start > separator + 1 && Chars.isSpace(text.charAt(start - 1))
				&& separator > 0 && !Chars.isSpace(text.charAt(separator - 1)) && isPair(text, start);
	}

	private static int afterBackslashes(String text, int start) {
		int position = start;
		while (position < text.length() && position - start < MAX_GAP && text.charAt(position) == '\\') {
			position++;
		}
		return position;
	}

	private static long span(String text, int start, int end) {
		return (end <= start || isHarmless(text, start, end) || isReplaced(text, start, end)) ? Span.NONE
				: Span.of(start, end);
	}

	/**
	 * A replacement keeps its mark when punctuation follows: it must not be replaced
	 * again.
	 */
	private static boolean isReplaced(String text, int start, int end) {
		int last = end;
		while (last > start && isPunctuation(text.charAt(last - 1))) {
			last--;
		}
		return last > start && Replacement.isAt(text, start, last);
	}

	private static boolean isPunctuation(char c) {
		return c < 0x80 && !Character.isLetterOrDigit(c) && c != '*' && c != ']';
	}

	private static boolean isHarmless(String text, int start, int end) {
		return switch (end - start) {
			case 1 -> text.charAt(start) == '?';
			case 2 -> text.startsWith("{}", start) || text.startsWith("[]", start);
			case 4 -> text.startsWith("null", start) || text.startsWith("true", start);
			case 5 -> text.startsWith("false", start);
			default -> false;
		};
	}

	private int plainEnd(String text, int start, boolean cookie) {
		char first = text.charAt(start);
		if (first == '{' || first == '[' || first == '(') {
			return wordEnd(text, bracketEnd(text, start), cookie);
		}
		if (isAnotherKey(text, start)) {
			return start;
		}
		int end = cookie ? cookieEnd(text, start) : wordEnd(text, start, false);
		boolean scheme = AuthorizationScheme.isAt(text, start, end)
				&& !isAnotherKey(text, AuthorizationScheme.afterSpaces(text, end));
		return (scheme) ? AuthorizationScheme.end(text, start, end) : end;
	}

	// In "bad password: token: x" the value belongs to the second key.
	private boolean isAnotherKey(String text, int start) {
		int end = nameEnd(text, start, text.length());
		return end > start && end + 1 < text.length() && text.charAt(end) == ':' && Chars.isSpace(text.charAt(end + 1))
				&& this.keys.isSecret(text, start, end);
	}

	// In "cookie: a=b; password: x" the list of cookies ends before the second key.
	private int cookieEnd(String text, int start) {
		int end = wordEnd(text, start, true);
		for (int i = text.indexOf(';', start); i >= 0 && i < end; i = text.indexOf(';', i + 1)) {
			if (isAnotherKey(text, AuthorizationScheme.afterSpaces(text, i + 1))) {
				return i;
			}
		}
		return end;
	}

	private static int bracketEnd(String text, int start) {
		int depth = 0;
		for (int i = start; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '{' || c == '[' || c == '(') {
				depth++;
			}
			else if ((c == '}' || c == ']' || c == ')') && --depth == 0) {
				return i + 1;
			}
		}
		return text.length();
	}

	static int wordEnd(String text, int start, boolean cookie) {
		int end = start;
		while (end < text.length() && !isEnd(text, end, cookie)) {
			end++;
		}
		return end;
	}

	private static boolean isEnd(String text, int at, boolean cookie) {
		char c = text.charAt(at);
		if (Chars.isSpace(c)) {
			return !cookie || text.charAt(at - 1) != ';';
		}
		if (Chars.isListSeparator(c)) {
			return (!cookie || c != ';') && isBoundary(text, at + 1, c);
		}
		if (c == '<') {
			return at + 1 >= text.length() || text.charAt(at + 1) == '/';
		}
		if (Chars.isCloser(c)) {
			return isBoundary(text, at + 1, c);
		}
		return Chars.isLineEnd(c) || (c == '\\' && at + 1 < text.length() && Chars.isQuote(text.charAt(at + 1)));
	}

	// A delimiter inside a secret is followed by more of the secret.
	private static boolean isBoundary(String text, int next, char delimiter) {
		if (next >= text.length()) {
			return true;
		}
		char c = text.charAt(next);
		if (c <= ' ' || Chars.isCloser(c) || c == '<' || c == '\\') {
			return true;
		}
		if (Chars.isListSeparator(delimiter)) {
			return isPair(text, next);
		}
		return Chars.isListSeparator(c) || c == '.' || c == ':';
	}

	private static boolean isPair(String text, int start) {
		int position = nameEnd(text, start, Math.min(text.length(), start + MAX_NAME));
		return position > start && position < text.length()
				&& (text.charAt(position) == '=' || text.charAt(position) == ':');
	}

	private static int nameEnd(String text, int start, int limit) {
		int position = start;
		while (position < limit && Chars.isName(text.charAt(position))) {
			position++;
		}
		return position;
	}

}
