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

package io.sightline.console.sources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what others answer, as long and as many as the store would keep.
 */
final class Texts {

	private static final int MAX_TEXT = 4096;

	private static final int MAX_FIELDS = 128;

	private static final int MAX_EVENTS = 32;

	private static final Pattern HEX = Pattern.compile("[0-9a-f]{1,32}");

	private static final JsonMapper json = new JsonMapper();

	private Texts() {
	}

	static String of(JsonNode node, String name) {
		JsonNode value = node.path(name);
		return cut((value.isValueNode() && !value.isNull()) ? value.asString("") : "");
	}

	static String cut(String text) {
		return text.substring(0, Math.min(text.length(), MAX_TEXT));
	}

	/**
	 * Return an id at its full length: some leave zeros out.
	 * @param node what has it
	 * @param name its name
	 * @param length its length
	 * @return the id, empty if it is none
	 */
	static String id(JsonNode node, String name, int length) {
		String id = of(node, name);
		if (!HEX.matcher(id).matches()) {
			return "";
		}
		return (id.length() >= length) ? id.substring(id.length() - length) : "0".repeat(length - id.length()) + id;
	}

	static String write(Map<String, Object> fields) {
		Map<String, Object> kept = new LinkedHashMap<>();
		fields.entrySet()
			.stream()
			.limit(MAX_FIELDS)
			.forEach((field) -> kept.put(cut(field.getKey()), field.getValue()));
		return json.writeValueAsString(kept);
	}

	static Object value(JsonNode value) {
		if (value.isBoolean()) {
			return value.booleanValue();
		}
		if (value.isIntegralNumber() && value.canConvertToLong()) {
			return value.longValue();
		}
		if (value.isNumber()) {
			return value.doubleValue();
		}
		return cut(value.isString() ? value.stringValue() : value.toString());
	}

	/**
	 * Write what happened during a span.
	 * @param events what happened
	 * @return as the store has it
	 */
	static String events(List<Map<String, Object>> events) {
		return json.writeValueAsString(events.subList(0, Math.min(events.size(), MAX_EVENTS)));
	}

	static Map<String, Object> event(String name, long micros, Map<String, Object> attributes) {
		return Map.of("name", cut(name), "time_nanos", micros * 1000, "attributes", attributes);
	}

	static List<JsonNode> list(JsonNode nodes) {
		List<JsonNode> list = new ArrayList<>();
		if (nodes.isArray()) {
			nodes.forEach(list::add);
		}
		return list;
	}

}
