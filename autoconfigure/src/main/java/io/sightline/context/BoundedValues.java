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

package io.sightline.context;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Names and values that may be kept for as long as a request: of bounded size, and
 * detached from the object that they describe.
 */
final class BoundedValues {

	private static final int MAX_NAME_LENGTH = 128;

	private static final int MAX_TEXT_LENGTH = 2048;

	private static final int MAX_NUMBER_BITS = 4096;

	private BoundedValues() {
	}

	static String name(String name) {
		return cut(name, MAX_NAME_LENGTH);
	}

	/**
	 * A number or boolean as it is, everything else as the text it says of itself.
	 * @param value the value
	 */
	static Object of(Object value) {
		if (value instanceof Boolean || isSmallNumber(value)) {
			return value;
		}
		try {
			String text = String.valueOf(value);
			return (text != null) ? cut(text, MAX_TEXT_LENGTH) : "null";
		}
		catch (Exception | StackOverflowError ex) {
			return "[" + value.getClass().getName() + " cannot be written: " + ex.getClass().getName() + "]";
		}
	}

	private static boolean isSmallNumber(Object value) {
		if (value.getClass() == BigDecimal.class) {
			return ((BigDecimal) value).unscaledValue().bitLength() <= MAX_NUMBER_BITS;
		}
		if (value.getClass() == BigInteger.class) {
			return ((BigInteger) value).bitLength() <= MAX_NUMBER_BITS;
		}
		return value instanceof Integer || value instanceof Long || value instanceof Double || value instanceof Float
				|| value instanceof Short || value instanceof Byte;
	}

	static String cut(String text, int length) {
		if (text.length() <= length) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
		return text.substring(0, end);
	}

}
