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

package io.sightline.console.otlp;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads attributes, as many and as long as is useful. What has parts becomes a text.
 */
final class Attributes {

	static final int MAX_COUNT = 128;

	static final int MAX_KEY = 256;

	static final int MAX_TEXT = 4096;

	static final int MAX_LONG_TEXT = 16_384;

	private static final JsonMapper json = new JsonMapper();

	private Attributes() {
	}

	static Map<String, Object> of(List<KeyValue> pairs) {
		Map<String, Object> attributes = new LinkedHashMap<>();
		for (KeyValue pair : pairs) {
			if (attributes.size() == MAX_COUNT) {
				break;
			}
			if (pair.getValue().getValueCase() != AnyValue.ValueCase.VALUE_NOT_SET && !pair.getKey().isEmpty()) {
				attributes.put(text(pair.getKey(), MAX_KEY), value(pair));
			}
		}
		return attributes;
	}

	private static Object value(KeyValue pair) {
		int max = "exception.stacktrace".equals(pair.getKey()) ? MAX_LONG_TEXT : MAX_TEXT;
		return switch (pair.getValue().getValueCase()) {
			case INT_VALUE -> pair.getValue().getIntValue();
			case BOOL_VALUE -> pair.getValue().getBoolValue();
			case DOUBLE_VALUE -> pair.getValue().getDoubleValue();
			default -> text(pair.getValue(), max);
		};
	}

	/**
	 * Return a value as a text.
	 * @param value the value
	 * @param max the longest text
	 * @return the text
	 */
	static String text(AnyValue value, int max) {
		Object tree = tree(value);
		return text((tree instanceof String text) ? text : json.writeValueAsString(tree), max);
	}

	private static Object tree(AnyValue value) {
		return switch (value.getValueCase()) {
			case STRING_VALUE -> value.getStringValue();
			case INT_VALUE -> value.getIntValue();
			case BOOL_VALUE -> value.getBoolValue();
			case DOUBLE_VALUE -> value.getDoubleValue();
			case BYTES_VALUE -> Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray());
			case ARRAY_VALUE -> array(value);
			case KVLIST_VALUE -> map(value);
			default -> "";
		};
	}

	private static List<Object> array(AnyValue value) {
		List<Object> items = new ArrayList<>();
		value.getArrayValue().getValuesList().forEach((item) -> items.add(tree(item)));
		return items;
	}

	private static Map<String, Object> map(AnyValue value) {
		Map<String, Object> entries = new LinkedHashMap<>();
		value.getKvlistValue().getValuesList().forEach((pair) -> entries.put(pair.getKey(), tree(pair.getValue())));
		return entries;
	}

	/**
	 * Return a text as it can be kept.
	 * @param text the text
	 * @param max how long it may be
	 * @return the text, at most as long
	 */
	static String text(String text, int max) {
		int end = Math.min(text.length(), max);
		if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(0, end).replace('\0', '\uFFFD');
	}

}
