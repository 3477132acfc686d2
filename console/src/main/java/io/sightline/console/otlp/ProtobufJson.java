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

package io.sightline.console.otlp;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads protobuf's JSON as OTLP has it: ids are hexadecimal instead of base 64, and
 * fields that are not known are passed over.
 */
final class ProtobufJson {

	private static final Set<String> IDS = Set.of("trace_id", "span_id", "parent_span_id");

	private static final int MAX_DEPTH = 64;

	/** What is read is a tree at first: a token takes fifty bytes or so. */
	private static final long MAX_TOKENS = 1_000_000;

	private final JsonMapper mapper = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(
					StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxTokenCount(MAX_TOKENS).build())
			.build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	/**
	 * Read a message.
	 * @param body the JSON
	 * @param target takes what is read
	 * @throws IllegalArgumentException if this is no JSON or does not fit
	 * @throws RefusedException if it is more than is taken at a time
	 */
	void read(byte[] body, Message.Builder target) throws RefusedException {
		object(tree(body), target);
	}

	private JsonNode tree(byte[] body) throws RefusedException {
		try {
			return this.mapper.readTree(body);
		}
		catch (StreamConstraintsException ex) {
			throw new RefusedException(413, "More than is read at a time: " + ex.getOriginalMessage(), ex);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("The body is not JSON", ex);
		}
	}

	private void object(JsonNode json, Message.Builder target) {
		require(json.isObject(), target.getDescriptorForType().getName() + " is to be an object");
		for (FieldDescriptor field : target.getDescriptorForType().getFields()) {
			JsonNode value = value(json, field);
			if (value != null) {
				field(value, field, target);
			}
		}
	}

	private static @Nullable JsonNode value(JsonNode json, FieldDescriptor field) {
		JsonNode value = json.get(field.getJsonName());
		if (value == null) {
			value = json.get(field.getName());
		}
		return (value == null || value.isNull()) ? null : value;
	}

	private void field(JsonNode value, FieldDescriptor field, Message.Builder target) {
		if (!field.isRepeated()) {
			target.setField(field, single(value, field, target));
			return;
		}
		require(value.isArray(), field.getJsonName() + " is to be an array");
		for (JsonNode item : value) {
			target.addRepeatedField(field, single(item, field, target));
		}
	}

	private Object single(JsonNode value, FieldDescriptor field, Message.Builder target) {
		return switch (field.getJavaType()) {
			case MESSAGE -> message(value, target.newBuilderForField(field));
			case ENUM -> constant(value, field.getEnumType());
			case STRING -> text(value, field);
			case BYTE_STRING -> bytes(text(value, field), field);
			case BOOLEAN -> {
				require(value.isBoolean(), field.getJsonName() + " is to be true or false");
				yield value.booleanValue();
			}
			case INT -> (int) integer(value, field);
			case LONG -> integer(value, field);
			case FLOAT -> (float) number(value, field);
			case DOUBLE -> number(value, field);
		};
	}

	private Message message(JsonNode value, Message.Builder builder) {
		object(value, builder);
		return builder.build();
	}

	private static EnumValueDescriptor constant(JsonNode value, EnumDescriptor type) {
		if (value.isInt()) {
			return type.findValueByNumberCreatingIfUnknown(value.intValue());
		}
		EnumValueDescriptor constant = value.isString() ? type.findValueByName(value.stringValue()) : null;
		if (constant == null) {
			throw new IllegalArgumentException(type.getName() + " is to be one of its numbers");
		}
		return constant;
	}

	private static String text(JsonNode value, FieldDescriptor field) {
		require(value.isString(), field.getJsonName() + " is to be a text");
		return value.stringValue();
	}

	private static ByteString bytes(String text, FieldDescriptor field) {
		boolean id = IDS.contains(field.getName());
		return ByteString.copyFrom(id ? HexFormat.of().parseHex(text) : Base64.getDecoder().decode(text));
	}

	private static long integer(JsonNode value, FieldDescriptor field) {
		if (value.isIntegralNumber() && value.canConvertToLong()) {
			return value.longValue();
		}
		String text = text(value, field);
		boolean unsigned = field.getType() == FieldDescriptor.Type.FIXED64
				|| field.getType() == FieldDescriptor.Type.UINT64;
		return unsigned ? Long.parseUnsignedLong(text) : Long.parseLong(text);
	}

	private static double number(JsonNode value, FieldDescriptor field) {
		return value.isNumber() ? value.doubleValue() : Double.parseDouble(text(value, field));
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

}
