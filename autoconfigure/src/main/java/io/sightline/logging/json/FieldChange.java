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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.sightline.logging.json.FormatTable.Entry;

/**
 * Changes the fields of a format as the user wishes, and refuses what would write a name
 * twice or means nothing.
 */
final class FieldChange {

	private static final Set<LogField> CALLER = EnumSet.of(LogField.SOURCE_FILE, LogField.SOURCE_LINE,
			LogField.SOURCE_METHOD);

	private static final int MAX_NAME = 256;

	private FieldChange() {
	}

	static List<Entry> apply(FormatTable table, LineOptions options) {
		List<Entry> entries = table.entries();
		Set<LogField> excluded = EnumSet.noneOf(LogField.class);
		options.fields().exclude().forEach((key) -> excluded.add(find(entries, "exclude", key, key)));
		Map<LogField, String> renamed = new EnumMap<>(LogField.class);
		options.fields().rename().forEach((key, name) -> renamed.put(find(entries, "rename." + key, key, name), name));
		List<Entry> changed = new ArrayList<>();
		for (Entry entry : entries) {
			if (!excluded.contains(entry.field()) && (options.includeCaller() || !CALLER.contains(entry.field()))) {
				changed.add(entry.withName(renamed.getOrDefault(entry.field(), entry.name())));
			}
		}
		renamed.forEach((field, name) -> checkFree(changed, "rename." + field.key(), name, name, 1));
		addTo(changed, options.fields().add());
		return changed;
	}

	private static void addTo(List<Entry> entries, Map<String, String> additions) {
		additions.forEach((name, value) -> {
			checkFree(entries, "add." + name, name, value, 0);
			entries.add(firstInObject(entries), new Entry(null, name, LogField.SCHEMA, value));
		});
	}

	private static int firstInObject(List<Entry> entries) {
		int index = 0;
		while (index < entries.size() && entries.get(index).object() == null) {
			index++;
		}
		return index;
	}

	private static LogField find(List<Entry> entries, String option, String key, String value) {
		return entries.stream()
			.map(Entry::field)
			.filter((field) -> field != LogField.SCHEMA && field.key().equals(key.replace('-', '_')))
			.findFirst()
			.orElseThrow(() -> new InvalidFieldException(option, value,
					"'" + key + "' is not a field of the format. Its fields are: " + keys(entries) + "."));
	}

	private static String keys(List<Entry> entries) {
		return entries.stream()
			.map(Entry::field)
			.filter((field) -> field != LogField.SCHEMA)
			.map(LogField::key)
			.collect(Collectors.joining(", "));
	}

	private static void checkFree(List<Entry> entries, String option, String name, String value, long allowed) {
		if (name.isBlank() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
			throw new InvalidFieldException(option, value,
					"A field needs a name of up to " + MAX_NAME + " characters without control characters.");
		}
		long taken = entries.stream()
			.filter((entry) -> name.equals(entry.name()) || name.equals(entry.object()))
			.count();
		if (taken > allowed) {
			throw new InvalidFieldException(option, value,
					"The format has a field '" + name + "' already. Rename or exclude that first, or take another.");
		}
	}

}
