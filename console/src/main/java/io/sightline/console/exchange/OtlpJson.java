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

package io.sightline.console.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes attributes as OTLP's JSON has them.
 */
final class OtlpJson {

	private static final JsonMapper mapper = new JsonMapper();

	private OtlpJson() {
	}

	/**
	 * Return attributes that the store keeps.
	 * @param stored an object in JSON
	 * @return a list of keys with values
	 */
	static List<Map<String, Object>> attributes(String stored) {
		return attributes(mapper.readTree(stored));
	}

	/**
	 * Return the events of a span that the store keeps.
	 * @param stored a list in JSON
	 * @return events
	 */
	static List<Map<String, Object>> events(String stored) {
		List<Map<String, Object>> events = new ArrayList<>();
		for (JsonNode event : mapper.readTree(stored)) {
			events.add(object("name", event.path("name").asString(), "timeUnixNano",
					Long.toString(event.path("time_nanos").asLong()), "attributes",
					attributes(event.path("attributes"))));
		}
		return events;
	}

	private static List<Map<String, Object>> attributes(JsonNode values) {
		List<Map<String, Object>> attributes = new ArrayList<>();
		values.forEachEntry((key, value) -> attributes.add(object("key", key, "value", value(value))));
		return attributes;
	}

	/**
	 * Return what a resource says.
	 * @param pairs keys and values, of which empty ones are left out
	 * @return a list of keys with values
	 */
	static List<Map<String, Object>> texts(String... pairs) {
		List<Map<String, Object>> attributes = new ArrayList<>();
		for (int i = 0; i < pairs.length; i += 2) {
			if (!pairs[i + 1].isEmpty()) {
				attributes.add(object("key", pairs[i], "value", Map.of("stringValue", pairs[i + 1])));
			}
		}
		return attributes;
	}

	private static Map<String, Object> value(JsonNode value) {
		if (value.isBoolean()) {
			return Map.of("boolValue", value.booleanValue());
		}
		if (value.isIntegralNumber()) {
			return Map.of("intValue", value.asString());
		}
		return value.isNumber() ? Map.of("doubleValue", value.doubleValue()) : Map.of("stringValue", value.asString());
	}

	/**
	 * Return an object.
	 * @param pairs names and values in their order
	 * @return the object
	 */
	static Map<String, Object> object(Object... pairs) {
		Map<String, Object> object = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			object.put(pairs[i].toString(), pairs[i + 1]);
		}
		return object;
	}

}
