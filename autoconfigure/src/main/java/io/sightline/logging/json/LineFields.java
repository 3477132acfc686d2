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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.sightline.identity.ServiceIdentity;
import io.sightline.logging.json.FormatTable.Entry;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * The fields of a line, ready to be written: a format, changed as the user wishes, with
 * names that are encoded once.
 */
final class LineFields {

	private final List<Field> fields = new ArrayList<>();

	private final CustomFields custom;

	private final @Nullable SerializableString customObject;

	LineFields(LineOptions options, ServiceIdentity identity) {
		FormatTable table = FormatTable.of(options.format());
		List<Entry> entries = FieldChange.apply(table, options);
		Map<LogField, FieldSource> sources = new EnumMap<>(LogField.class);
		new EventFields(options.maxMessageLength(), options.maxStackTraceLength()).register(sources);
		new ContextFields(identity).register(sources);
		new ErrorFields(options.maxStackTraceLength()).register(sources);
		Map<String, SerializableString> objects = new HashMap<>();
		for (Entry entry : entries) {
			FieldSource source = (entry.constant() != null) ? ContextFields.constant(entry.constant())
					: Objects.requireNonNull(sources.get(entry.field()));
			this.fields.add(new Field(object(objects, entry.object()), new SerializedString(entry.name()), source));
		}
		this.customObject = object(objects, table.customObject());
		this.custom = new CustomFields(reserved(entries, table), own(entries, table), table);
	}

	void write(Line line) {
		for (Field field : this.fields) {
			line.object(field.object());
			field.source().write(line, field.name());
		}
		line.object(this.customObject);
		this.custom.write(line);
	}

	private static @Nullable SerializableString object(Map<String, SerializableString> objects, @Nullable String name) {
		return (name != null) ? objects.computeIfAbsent(name, SerializedString::new) : null;
	}

	private static Set<String> reserved(List<Entry> entries, FormatTable table) {
		Set<String> reserved = new HashSet<>(Set.of(LastResort.ENCODING_ERROR));
		for (Entry entry : entries) {
			if (Objects.equals(entry.object(), table.customObject())) {
				reserved.add(entry.name());
			}
			else if (table.customObject() == null && entry.object() != null) {
				reserved.add(entry.object());
			}
		}
		return Set.copyOf(reserved);
	}

	/**
	 * What the format calls our fields where the application's stand, by our names.
	 */
	private static Map<String, String> own(List<Entry> entries, FormatTable table) {
		Map<String, String> names = new HashMap<>();
		for (Entry entry : entries) {
			if (Objects.equals(entry.object(), table.customObject())) {
				names.put(entry.field().key(), entry.name());
			}
		}
		return Map.copyOf(names);
	}

	private record Field(@Nullable SerializableString object, SerializableString name, FieldSource source) {

	}

}
