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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.sightline.context.OwnValue;
import io.sightline.logging.CapturedEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonGenerator;

/**
 * What the application adds: key-values, then the MDC, then markers. Where two have the
 * same name the first wins, and of equal key-values the last; a name of ours is prefixed.
 */
final class CustomFieldsProvider extends LineProvider {

	private static final String PREFIX = "app_";

	private static final int MAX_FIELDS = 100;

	/**
	 * What Commons Logging marks its events with, Spring's among them: says nothing.
	 */
	private static final String BRIDGE = "COMMONS-LOGGING";

	/**
	 * Written from the span itself.
	 */
	private static final Set<String> CORRELATION = Set.of("traceId", "spanId");

	@Override
	void write(JsonGenerator json, CapturedEvent event) {
		List<KeyValuePair> pairs = event.getKeyValuePairs();
		Map<String, String> mdc = event.getMDCPropertyMap();
		if ((pairs != null && !pairs.isEmpty()) || !mdc.isEmpty()) {
			collect(pairs, mdc).forEach((name, value) -> {
				json.writeName(name);
				write(json, value);
			});
		}
		writeMarkers(json, event.getMarkerList());
	}

	private static Map<String, @Nullable Object> collect(@Nullable List<KeyValuePair> pairs, Map<String, String> mdc) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		if (pairs != null) {
			pairs.stream().limit(MAX_FIELDS).forEach((pair) -> fields.put(name(pair), SafeValues.copy(pair.value)));
		}
		mdc.forEach((key, value) -> {
			if (fields.size() < MAX_FIELDS && !CORRELATION.contains(key)) {
				fields.putIfAbsent(name(key), SafeValues.copy(value));
			}
		});
		return fields;
	}

	private static String name(KeyValuePair pair) {
		return (pair.value instanceof OwnValue) ? pair.key : name(pair.key);
	}

	static String name(@Nullable String key) {
		String name = SafeText.of(SafeText.cut(String.valueOf(key), 256));
		return LogFields.RESERVED.contains(name) ? PREFIX + name : name;
	}

	private static void writeMarkers(JsonGenerator json, @Nullable List<Marker> markers) {
		if (markers == null) {
			return;
		}
		List<Object> names = new ArrayList<>();
		markers.forEach((marker) -> {
			if (!BRIDGE.equals(marker.getName())) {
				names.add(marker.getName());
			}
		});
		if (!names.isEmpty()) {
			json.writeName(LogFields.TAGS);
			write(json, SafeValues.copy(names));
		}
	}

	private static void write(JsonGenerator json, @Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			json.writeStartObject();
			map.forEach((name, element) -> {
				json.writeName((String) name);
				write(json, element);
			});
			json.writeEndObject();
		}
		else if (value instanceof List<?> elements) {
			json.writeStartArray();
			elements.forEach((element) -> write(json, element));
			json.writeEndArray();
		}
		else {
			json.writePOJO(value);
		}
	}

}
