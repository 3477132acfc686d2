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

package io.sightline.logging.json;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Copies any value into one that can be written as JSON without risk: strings, numbers,
 * booleans, {@code null}, lists and maps of those, of bounded depth and size. Everything
 * else is what its {@code toString()} says; no other method of a foreign object is
 * called, so that no getter can throw, block or lead in circles. What it throws is told
 * in place of the value.
 */
final class SafeValues {

	static final String CUT = "...";

	private static final int MAX_DEPTH = 6;

	private static final int MAX_ELEMENTS = 100;

	private static final int MAX_VALUES = 1000;

	static final int MAX_TEXT = 8 * 1024;

	private static final int MAX_BITS = 4096;

	private static final int MAX_TOTAL_TEXT = 64 * 1024;

	private int valuesLeft = MAX_VALUES;

	private int textLeft = MAX_TOTAL_TEXT;

	private SafeValues() {
	}

	static @Nullable Object copy(@Nullable Object value) {
		if (value == null || value instanceof Boolean) {
			return value;
		}
		return (value instanceof String text) ? SafeText.of(SafeText.cut(text, MAX_TEXT))
				: new SafeValues().copy(value, 0);
	}

	private @Nullable Object copy(@Nullable Object value, int depth) {
		if (value == null || value instanceof Boolean) {
			return value;
		}
		if (this.valuesLeft-- <= 0) {
			return CUT;
		}
		try {
			if (value instanceof Number number) {
				return number(number);
			}
			return (value instanceof String text) ? text(text) : composite(value, depth);
		}
		catch (Throwable ex) {
			return failure(value, ex);
		}
	}

	private Object composite(Object value, int depth) {
		boolean composite = value instanceof Map || value.getClass().isArray()
				|| (value instanceof Iterable && !(value instanceof Path));
		if (!composite) {
			return text(describe(value));
		}
		if (depth >= MAX_DEPTH) {
			return CUT;
		}
		if (value instanceof Map<?, ?> map) {
			return map(map, depth);
		}
		return (value instanceof Iterable<?> elements) ? list(elements.iterator(), depth) : array(value, depth);
	}

	private Object number(Number number) {
		if (number instanceof Double || number instanceof Float) {
			return Double.isFinite(number.doubleValue()) ? number : number.toString();
		}
		if (number instanceof BigInteger integer && integer.bitLength() > MAX_BITS) {
			return "[integer of " + integer.bitLength() + " bits]";
		}
		if (number instanceof BigDecimal decimal && decimal.unscaledValue().bitLength() > MAX_BITS) {
			return "[decimal of " + decimal.precision() + " digits]";
		}
		boolean exact = number instanceof Integer || number instanceof Long || number instanceof Short
				|| number instanceof Byte || number.getClass() == BigDecimal.class
				|| number.getClass() == BigInteger.class;
		return exact ? number : text(describe(number));
	}

	private Map<String, @Nullable Object> map(Map<?, ?> map, int depth) {
		Map<String, @Nullable Object> copy = new LinkedHashMap<>();
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			if (copy.size() == MAX_ELEMENTS || this.valuesLeft <= 0) {
				copy.put(CUT, CUT);
				break;
			}
			copy.put(text(describe(entry.getKey())), copy(entry.getValue(), depth + 1));
		}
		return copy;
	}

	private List<@Nullable Object> list(Iterator<?> elements, int depth) {
		List<@Nullable Object> copy = new ArrayList<>();
		while (elements.hasNext()) {
			if (copy.size() == MAX_ELEMENTS || this.valuesLeft <= 0) {
				copy.add(CUT);
				break;
			}
			copy.add(copy(elements.next(), depth + 1));
		}
		return copy;
	}

	private List<@Nullable Object> array(Object array, int depth) {
		int length = Array.getLength(array);
		List<@Nullable Object> copy = new ArrayList<>();
		for (int i = 0; i < Math.min(length, MAX_ELEMENTS) && this.valuesLeft > 0; i++) {
			copy.add(copy(Array.get(array, i), depth + 1));
		}
		if (length > copy.size()) {
			copy.add(CUT);
		}
		return copy;
	}

	/**
	 * A value in its own words, or why it has none.
	 */
	static String describe(@Nullable Object value) {
		try {
			String text = String.valueOf(value);
			return (text != null) ? text : "null";
		}
		catch (Throwable ex) {
			return failure(value, ex);
		}
	}

	private static String failure(@Nullable Object value, Throwable ex) {
		String type = (value != null) ? value.getClass().getName() : "null";
		return "[" + type + " cannot be written: " + ex.getClass().getName() + "]";
	}

	private String text(String text) {
		String cut = SafeText.of(SafeText.cut(text, Math.min(MAX_TEXT, this.textLeft)));
		this.textLeft -= cut.length();
		return cut;
	}

}
