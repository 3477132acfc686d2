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
 * Finds card numbers: 13 to 19 digits, together or in the groups they are printed in,
 * that an issuer may have given out and whose check digit is right.
 */
final class CardDetector implements Detector {

	static final int MIN_DIGITS = 13;

	static final int MAX_DIGITS = 19;

	private static final int MAX_GROUP = 6;

	// Four digits, and room for the others.
	static boolean mayBeginAt(String text, int at) {
		return at + MIN_DIGITS <= text.length() && Chars.isDigit(text.charAt(at + 3))
				&& Chars.isDigit(text.charAt(at + 1)) && Chars.isDigit(text.charAt(at + 2));
	}

	@Override
	public long find(String text, int at) {
		// The decimals of a number are as long as a card number.
		boolean fraction = at > 1 && text.charAt(at - 1) == '.' && Chars.isDigit(text.charAt(at - 2));
		return (fraction) ? Span.NONE : findFrom(text, at);
	}

	// After an escape such as %20 or \n, which ends with what looks like part of a word.
	long findAfterEscape(String text, int at, int length) {
		return (at + length < text.length()) ? findFrom(text, at + length) : Span.NONE;
	}

	private static long findFrom(String text, int at) {
		int end = groupEnd(text, at);
		if (end - at > 4) {
			return (end - at >= MIN_DIGITS && isCard(text, at, end)) ? Span.of(at, end) : Span.NONE;
		}
		return (end - at == 4) ? findGrouped(text, at, end) : Span.NONE;
	}

	private static int groupEnd(String text, int start) {
		int end = start;
		while (end < text.length() && end - start <= MAX_DIGITS && Chars.isDigit(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static long findGrouped(String text, int start, int firstEnd) {
		char separator = (firstEnd < text.length()) ? text.charAt(firstEnd) : 'x';
		if (separator != ' ' && separator != '-') {
			return Span.NONE;
		}
		long found = Span.NONE;
		int digits = 4;
		int end = firstEnd;
		while (end < text.length() && text.charAt(end) == separator) {
			int next = groupEnd(text, end + 1);
			int size = next - end - 1;
			digits += size;
			if (size == 0 || size > MAX_GROUP || digits > MAX_DIGITS) {
				break;
			}
			end = next;
			if (digits >= MIN_DIGITS && isCard(text, start, end)) {
				found = Span.of(start, end);
			}
		}
		return found;
	}

	private static boolean isCard(String text, int start, int end) {
		if (isIdentifier(text, start, end)) {
			return false;
		}
		int digits = 0;
		int sum = 0;
		for (int i = end - 1; i >= start; i--) {
			int digit = text.charAt(i) - '0';
			if (digit >= 0 && digit <= 9) {
				int twice = (digits % 2 == 0) ? digit : 2 * digit;
				sum += (twice > 9) ? twice - 9 : twice;
				digits++;
			}
		}
		return digits <= MAX_DIGITS && sum % 10 == 0 && CardIssuers.mayIssue(text, start, digits);
	}

	// Part of a hexadecimal number, or between the hyphens of a longer identifier.
	private static boolean isIdentifier(String text, int start, int end) {
		if (end >= text.length()) {
			return false;
		}
		char next = text.charAt(end);
		boolean hyphened = start > 0 && text.charAt(start - 1) == '-' && next == '-';
		return Chars.isAlphanumeric(next) || hyphened;
	}

}
