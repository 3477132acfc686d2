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

import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import net.logstash.logback.argument.StructuredArgument;
import net.logstash.logback.marker.LogstashMarker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;
import tools.jackson.databind.util.TokenBuffer;

import org.springframework.util.ClassUtils;

/**
 * The fields of the structured arguments and markers of logstash-logback-encoder. They
 * are written to a buffer of objects, not to the line: whatever fails there, the line is
 * none the worse. The library is optional.
 */
final class StructuredFields {

	private static final boolean PRESENT = ClassUtils.isPresent("net.logstash.logback.argument.StructuredArgument",
			StructuredFields.class.getClassLoader());

	private StructuredFields() {
	}

	static boolean isField(@Nullable Object candidate) {
		// Most arguments are of these, and to ask them for an interface takes longer.
		return PRESENT && !(candidate instanceof String) && !(candidate instanceof Number)
				&& Logstash.isField(candidate);
	}

	/**
	 * The fields of an argument or a marker that {@link #isField is one}.
	 */
	static Map<String, @Nullable Object> of(Object field) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		Logstash.collect(field, fields, 0);
		return fields;
	}

	private static final class Logstash {

		private static final int MAX_MARKERS = 10;

		private static final JsonMapper RAW = new JsonMapper();

		/**
		 * What spreads an object into fields needs the serializers of a mapper.
		 */
		private static final ObjectWriteContext CONTEXT = RAW.createGenerator(OutputStream.nullOutputStream())
			.objectWriteContext();

		static boolean isField(@Nullable Object candidate) {
			return candidate instanceof StructuredArgument || candidate instanceof LogstashMarker;
		}

		static void collect(Object field, Map<String, @Nullable Object> fields, int depth) {
			try (ObjectBuffer buffer = new ObjectBuffer(CONTEXT)) {
				buffer.writeStartObject();
				write(field, buffer);
				buffer.writeEndObject();
				read(buffer, fields);
			}
			catch (Throwable ex) {
				fields.put("logging_error",
						"[" + field.getClass().getName() + " cannot be written: " + ex.getClass().getName() + "]");
			}
			if (field instanceof LogstashMarker marker && depth < MAX_MARKERS) {
				Iterator<Marker> references = marker.iterator();
				for (int i = 0; references.hasNext() && i < MAX_MARKERS; i++) {
					Marker reference = references.next();
					if (isField(reference)) {
						collect(reference, fields, depth + 1);
					}
				}
			}
		}

		private static void write(Object field, JsonGenerator json) {
			if (field instanceof StructuredArgument argument) {
				argument.writeTo(json);
			}
			else {
				((LogstashMarker) field).writeTo(json);
			}
		}

		private static void read(ObjectBuffer buffer, Map<String, @Nullable Object> fields) {
			try (JsonParser parser = buffer.asParser()) {
				parser.nextToken();
				while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
					String name = parser.currentName();
					JsonToken token = parser.nextToken();
					Object value = (token == JsonToken.VALUE_EMBEDDED_OBJECT) ? parser.getEmbeddedObject()
							: RAW.readValue(parser, Object.class);
					fields.put(name, (value instanceof RawValue raw) ? parse(raw) : value);
				}
			}
		}

		private static @Nullable Object parse(RawValue raw) {
			String text = String.valueOf(raw.rawValue());
			try {
				return RAW.readValue(text, Object.class);
			}
			catch (RuntimeException ex) {
				return text;
			}
		}

	}

	/**
	 * Keeps objects as they are: their methods are not called.
	 */
	private static final class ObjectBuffer extends TokenBuffer {

		ObjectBuffer(ObjectWriteContext context) {
			super(context, false);
		}

		@Override
		public JsonGenerator writePOJO(@Nullable Object value) {
			return (value != null) ? writeEmbeddedObject(value) : writeNull();
		}

	}

}
