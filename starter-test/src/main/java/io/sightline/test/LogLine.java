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

package io.sightline.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A log line of a test, as it was written.
 *
 * @param logger the name of its logger
 * @param texts the line, once for each appender that writes it
 * @param fields the fields of the line with their JSON types, those of nested objects
 * with dots in their names; if it is not JSON, what Logback knows of it
 */
public record LogLine(String logger, List<String> texts, Map<String, Object> fields) {

	private static final JsonMapper mapper = new JsonMapper();

	static LogLine of(ILoggingEvent event, List<String> texts) {
		Map<String, Object> fields = new LinkedHashMap<>();
		for (String text : texts) {
			JsonNode json = parse(text);
			if (json != null && fields.isEmpty()) {
				flatten("", json, fields);
			}
		}
		if (fields.isEmpty()) {
			describe(event, fields);
		}
		return new LogLine(event.getLoggerName(), List.copyOf(texts), fields);
	}

	private static @Nullable JsonNode parse(String text) {
		try {
			JsonNode json = mapper.readTree(text);
			return json.isObject() ? json : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static void flatten(String prefix, JsonNode json, Map<String, Object> fields) {
		json.forEachEntry((name, value) -> {
			if (value.isObject()) {
				flatten(prefix + name + ".", value, fields);
			}
			else {
				fields.put(prefix + name, value(value));
			}
		});
	}

	private static Object value(JsonNode json) {
		if (json.isNumber()) {
			return json.numberValue();
		}
		if (json.isBoolean()) {
			return json.booleanValue();
		}
		return json.isString() ? json.stringValue() : json.toString();
	}

	private static void describe(ILoggingEvent event, Map<String, Object> fields) {
		fields.put("level", event.getLevel().toString());
		fields.put("logger", event.getLoggerName());
		fields.put("message", String.valueOf(event.getFormattedMessage()));
		fields.putAll(event.getMDCPropertyMap());
		List<KeyValuePair> pairs = event.getKeyValuePairs();
		if (pairs != null) {
			pairs.forEach((pair) -> fields.put(pair.key, String.valueOf(pair.value)));
		}
	}

	/**
	 * Whether this is the one event of a request or of other work.
	 * @return {@code true} for a wide event
	 */
	public boolean isWideEvent() {
		return this.logger.equals("sightline.request");
	}

	boolean has(String key, Object value) {
		Object present = this.fields.get(key);
		if (present instanceof Number one && value instanceof Number other) {
			return Double.compare(one.doubleValue(), other.doubleValue()) == 0;
		}
		return present != null && present.toString().equals(value.toString());
	}

	@Override
	public String toString() {
		return this.texts.isEmpty() ? this.fields.toString() : this.texts.get(0);
	}

}
