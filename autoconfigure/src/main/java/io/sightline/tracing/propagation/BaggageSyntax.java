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
package io.sightline.tracing.propagation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Characters of W3C Baggage.
 */
final class BaggageSyntax {

	private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";

	private static final String HEX = "0123456789ABCDEF";

	private BaggageSyntax() {
	}

	static boolean isToken(String text) {
		return !text.isEmpty() && text.chars()
			.allMatch((c) -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
					|| TOKEN_PUNCTUATION.indexOf(c) >= 0);
	}

	static boolean isValue(String text) {
		return text.chars().allMatch(BaggageSyntax::isOctet);
	}

	/**
	 * Whether a list of properties can go into a header as it is.
	 * @param text the properties
	 * @return {@code false} if it would end the member or the header
	 */
	static boolean isPrintable(String text) {
		return text.chars().allMatch((c) -> c == '\t' || c >= ' ' && c <= '~' && c != ',');
	}

	private static boolean isOctet(int c) {
		return c > ' ' && c <= '~' && c != '"' && c != ',' && c != ';' && c != '\\';
	}

	static String encode(String value) {
		StringBuilder encoded = new StringBuilder(value.length());
		for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
			if (b != '%' && isOctet(b)) {
				encoded.append((char) b);
			}
			else {
				encoded.append('%').append(HEX.charAt((b >> 4) & 0xf)).append(HEX.charAt(b & 0xf));
			}
		}
		return encoded.toString();
	}

	/**
	 * Decodes a value; bytes that are not UTF-8 become replacement characters.
	 * @param value the value as in the header
	 * @return what it means
	 */
	static String decode(String value) {
		if (value.indexOf('%') < 0) {
			return value;
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
		for (int i = 0; i < value.length(); i++) {
			int octet = (value.charAt(i) == '%') ? octet(value, i) : -1;
			bytes.write((octet >= 0) ? octet : value.charAt(i));
			i += (octet >= 0) ? 2 : 0;
		}
		return bytes.toString(StandardCharsets.UTF_8);
	}

	private static int octet(String value, int percent) {
		if (percent + 2 >= value.length()) {
			return -1;
		}
		int high = Character.digit(value.charAt(percent + 1), 16);
		int low = Character.digit(value.charAt(percent + 2), 16);
		return (high >= 0 && low >= 0) ? high * 16 + low : -1;
	}

}
