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

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.sightline.context.OwnValue;
import io.sightline.logging.CapturedEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/**
 * What the application adds: key-values, structured arguments, markers with fields, the
 * MDC, then the values of the {@code LogContext}. Of equal key-values the last wins, of
 * the MDC and the context what has no such key yet. A name that the format has itself, or
 * that is taken, is prefixed until it is free: no line can be forged, and no key is
 * written twice.
 */
final class CustomFields {

	private static final int MAX_FIELDS = 100;

	/**
	 * Written from the span itself.
	 */
	private static final Set<String> CORRELATION = Set.of("traceId", "spanId");

	private final CustomNames names;

	private final Map<String, String> own;

	CustomFields(Set<String> reserved, Map<String, String> own, FormatTable table) {
		this.names = new CustomNames(reserved, table);
		this.own = own;
	}

	void write(Line line) {
		CapturedEvent event = line.event();
		List<KeyValuePair> pairs = event.getKeyValuePairs();
		if (pairs != null) {
			writePairs(line, pairs);
		}
		@Nullable Object @Nullable [] arguments = event.getArgumentArray();
		if (arguments != null) {
			for (Object argument : arguments) {
				writeStructured(line, argument);
			}
		}
		List<Marker> markers = event.getMarkerList();
		if (markers != null) {
			for (Marker marker : markers) {
				writeStructured(line, marker);
			}
		}
		Map<String, String> mdc = event.getMDCPropertyMap();
		if (mdc != null && !mdc.isEmpty()) {
			writeMdc(line, mdc, pairs);
		}
		if (!event.contextValues().isEmpty()) {
			writeContext(line, event.contextValues(), pairs);
		}
	}

	private void writePairs(Line line, List<KeyValuePair> pairs) {
		int count = Math.min(pairs.size(), MAX_FIELDS);
		for (int i = 0; i < count; i++) {
			KeyValuePair pair = pairs.get(i);
			if (pair.value instanceof OwnValue value) {
				writeOwn(line, pair.key, value);
			}
			else if (!contains(pairs, String.valueOf(pair.key), i + 1)) {
				write(line, String.valueOf(pair.key), pair.value);
			}
		}
	}

	/**
	 * Writes a value of ours under the name that the format has for it. Where something
	 * was thrown, the line says so already.
	 */
	private void writeOwn(Line line, String key, OwnValue value) {
		String name = this.own.get(key);
		if (name != null && line.event().getThrowableProxy() == null && !line.names().contains(name)) {
			line.names().add(name);
			line.writeCustom(JsonBytes.encodeName(name), line.permitted(SafeText.of(value.value())));
		}
	}

	private void writeStructured(Line line, @Nullable Object candidate) {
		if (candidate != null && StructuredFields.isField(candidate)) {
			StructuredFields.of(candidate).forEach((name, value) -> write(line, name, value));
		}
	}

	private void writeMdc(Line line, Map<String, String> mdc, @Nullable List<KeyValuePair> pairs) {
		Iterator<Map.Entry<String, String>> entries = mdc.entrySet().iterator();
		while (entries.hasNext()) {
			Map.Entry<String, String> entry = entries.next();
			String key = String.valueOf(entry.getKey());
			if (!CORRELATION.contains(key) && (pairs == null || !contains(pairs, key, 0))) {
				write(line, key, entry.getValue());
			}
		}
	}

	private void writeContext(Line line, Map<String, Object> values, @Nullable List<KeyValuePair> pairs) {
		Map<String, String> mdc = line.event().getMDCPropertyMap();
		values.forEach((key, value) -> {
			if ((pairs == null || !contains(pairs, key, 0)) && (mdc == null || !mdc.containsKey(key))) {
				write(line, key, value);
			}
		});
	}

	private static boolean contains(List<KeyValuePair> pairs, String key, int from) {
		for (int i = from; i < Math.min(pairs.size(), MAX_FIELDS); i++) {
			if (key.equals(pairs.get(i).key)) {
				return true;
			}
		}
		return false;
	}

	private void write(Line line, String key, @Nullable Object value) {
		if (line.names().size() < MAX_FIELDS) {
			// The line makes a text safe when it writes it.
			Object copy = line.permitted(key,
					(value instanceof String text) ? SafeText.cut(text, SafeValues.MAX_TEXT) : SafeValues.copy(value));
			CustomName name = this.names.find(key, copy instanceof String);
			name = line.names().contains(name.name()) ? this.names.findFree(name, line.names()) : name;
			line.names().add(name.name());
			line.writeCustom(name.encoded(), copy);
		}
	}

}
