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

package io.sightline.console.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes types as they are written in JSON, with what their Javadoc says.
 */
final class Schemas {

	private static final Path SOURCES = Path.of("src/main/java");

	private static final JsonMapper mapper = new JsonMapper();

	private final Map<String, ObjectNode> named = new TreeMap<>();

	Map<String, ObjectNode> named() {
		return this.named;
	}

	ObjectNode of(Type type) {
		if (type instanceof ParameterizedType generic) {
			return generic((Class<?>) generic.getRawType(), generic);
		}
		if (type instanceof Class<?> raw) {
			return raw.isRecord() ? reference(raw) : simple(raw);
		}
		throw new IllegalArgumentException(type.toString());
	}

	private ObjectNode generic(Class<?> raw, ParameterizedType type) {
		if (List.class.isAssignableFrom(raw)) {
			ObjectNode schema = type("array");
			schema.set("items", of(type.getActualTypeArguments()[0]));
			return schema;
		}
		ObjectNode schema = type("object");
		if (type.getActualTypeArguments()[1] != Object.class) {
			schema.set("additionalProperties", of(type.getActualTypeArguments()[1]));
		}
		return schema;
	}

	private static ObjectNode simple(Class<?> type) {
		if (type == String.class || type.isEnum()) {
			return type("string");
		}
		if (type == boolean.class || type == Boolean.class) {
			return type("boolean");
		}
		if (type == double.class || type == Double.class || type == BigDecimal.class) {
			return type("number");
		}
		return type((type == Object.class) ? "object" : "integer");
	}

	private static ObjectNode type(String name) {
		return mapper.createObjectNode().put("type", name);
	}

	private ObjectNode reference(Class<?> type) {
		Class<?> outer = type.getDeclaringClass();
		String name = ((outer != null) ? outer.getSimpleName() : "") + type.getSimpleName();
		if (!this.named.containsKey(name)) {
			ObjectNode schema = type("object");
			this.named.put(name, schema);
			describe(schema, type);
		}
		return mapper.createObjectNode().put("$ref", "#/components/schemas/" + name);
	}

	private void describe(ObjectNode schema, Class<?> type) {
		String javadoc = javadoc(type);
		ObjectNode properties = mapper.createObjectNode();
		ArrayNode required = mapper.createArrayNode();
		for (RecordComponent component : type.getRecordComponents()) {
			String name = PropertyNamingStrategies.SNAKE_CASE.nameForField(null, null, component.getName());
			ObjectNode property = component(component);
			property.put("description", parameter(javadoc, component.getName()));
			properties.set(name, property);
			required.add(name);
		}
		schema.set("properties", properties);
		schema.set("required", required);
	}

	private ObjectNode component(RecordComponent component) {
		if (component.getAccessor().isAnnotationPresent(JsonRawValue.class)) {
			return mapper.createObjectNode();
		}
		ObjectNode schema = of(component.getGenericType());
		if (isNullable(component.getAnnotatedType()) && schema.has("type")) {
			schema.putArray("type").add(simple(component.getType()).path("type").asString()).add("null");
		}
		return schema;
	}

	private static boolean isNullable(AnnotatedElement type) {
		return type.isAnnotationPresent(Nullable.class);
	}

	private static String javadoc(Class<?> type) {
		Class<?> top = type;
		while (top.getDeclaringClass() != null) {
			top = top.getDeclaringClass();
		}
		try {
			String source = Files.readString(SOURCES.resolve(top.getName().replace('.', '/') + ".java"));
			Matcher matcher = Pattern
				.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:public )?record " + type.getSimpleName() + "\\(",
						Pattern.DOTALL)
				.matcher(source);
			return matcher.find() ? matcher.group(1) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String parameter(String javadoc, String name) {
		Matcher matcher = Pattern.compile("@param " + name + " (.*?)(?=\\* @|$)", Pattern.DOTALL).matcher(javadoc);
		return matcher.find() ? matcher.group(1).replaceAll("\\s*\\n\\s*\\*?\\s*", " ").strip() : "";
	}

}
