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

import java.io.ByteArrayOutputStream;
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

/**
 * The fields of a line, ready to be written: a format, changed as the user wishes, with
 * names that are encoded once.
 */
final class LineFields {

	private final Field[] fields;

	private final CustomFields custom;

	private final byte @Nullable [] customObject;

	LineFields(LineOptions options, ServiceIdentity identity, TextPolicy policy) {
		FormatTable table = FormatTable.of(options.format());
		List<Entry> entries = FieldChange.apply(table, options);
		Map<LogField, FieldSource> sources = new EnumMap<>(LogField.class);
		new EventFields(options.maxMessageLength(), options.maxStackTraceLength()).register(sources);
		ContextFields context = new ContextFields(identity);
		context.register(sources);
		new ErrorFields(options.maxStackTraceLength(), policy).register(sources);
		Map<String, byte[]> objects = new HashMap<>();
		this.fields = fields(entries, context.constants(), sources, objects);
		this.customObject = object(objects, table.customObject());
		this.custom = new CustomFields(reserved(entries, table), own(entries, table), table);
	}

	void write(Line line) {
		for (Field field : this.fields) {
			if (line.has(field.part())) {
				line.object(field.object());
				field.source().write(line, field.name());
			}
		}
		line.object(this.customObject);
		this.custom.write(line);
	}

	private static Field[] fields(List<Entry> entries, Map<LogField, String> constants,
			Map<LogField, FieldSource> sources, Map<String, byte[]> objects) {
		List<Field> fields = new ArrayList<>();
		ByteArrayOutputStream run = new ByteArrayOutputStream();
		for (int i = 0; i < entries.size(); i++) {
			Entry entry = entries.get(i);
			byte[] object = object(objects, entry.object());
			byte[] name = JsonBytes.encodeName(entry.name());
			String constant = (entry.constant() != null) ? entry.constant() : constants.get(entry.field());
			if (constant == null) {
				fields.add(new Field(object, name, LinePart.of(entry.field()),
						Objects.requireNonNull(sources.get(entry.field()))));
				continue;
			}
			// Fields that never change and follow each other are encoded as one.
			run.writeBytes(name);
			run.writeBytes(JsonBytes.encodeString(constant));
			if (i + 1 == entries.size() || !Objects.equals(entries.get(i + 1).object(), entry.object())
					|| !isConstant(entries.get(i + 1), constants)) {
				fields.add(new Field(object, run.toByteArray(), LinePart.EVENT, Line::writeFields));
				run.reset();
			}
		}
		return fields.toArray(Field[]::new);
	}

	private static boolean isConstant(Entry entry, Map<LogField, String> constants) {
		return entry.constant() != null || constants.containsKey(entry.field());
	}

	private static byte @Nullable [] object(Map<String, byte[]> objects, @Nullable String name) {
		return (name != null) ? objects.computeIfAbsent(name, JsonBytes::encodeName) : null;
	}

	private static Set<String> reserved(List<Entry> entries, FormatTable table) {
		Set<String> reserved = new HashSet<>(Set.of(LastResort.reasonName(table)));
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

	@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
	private record Field(byte @Nullable [] object, byte[] name, LinePart part, FieldSource source) {

	}

}
