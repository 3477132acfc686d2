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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The two ways in which OTLP is written over HTTP. An answer is written as the request
 * was.
 */
enum Encoding {

	/** Binary. */
	PROTOBUF(new MediaType("application", "x-protobuf")) {

		@Override
		void read(byte[] body, Message.Builder target) throws InvalidProtocolBufferException, RefusedException {
			Parts.check(body, target.getDescriptorForType());
			target.mergeFrom(body);
		}

		@Override
		byte[] accepted(Signal signal, int rejected, String reason) {
			Message.Builder response = signal.newResponse();
			if (rejected > 0) {
				FieldDescriptor field = response.getDescriptorForType().findFieldByName("partial_success");
				Message.Builder partial = response.newBuilderForField(field);
				partial.setField(partial.getDescriptorForType().findFieldByName(signal.rejectedField()),
						(long) rejected);
				partial.setField(partial.getDescriptorForType().findFieldByName("error_message"), reason);
				response.setField(field, partial.build());
			}
			return response.build().toByteArray();
		}

		@Override
		byte[] refused(String reason) {
			// OTLP answers with google.rpc.Status, whose second field is the message.
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			CodedOutputStream out = CodedOutputStream.newInstance(bytes);
			try {
				out.writeString(2, reason);
				out.flush();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return bytes.toByteArray();
		}

	},

	/** Text. */
	JSON(MediaType.APPLICATION_JSON) {

		@Override
		void read(byte[] body, Message.Builder target) throws RefusedException {
			json.read(body, target);
		}

		@Override
		byte[] accepted(Signal signal, int rejected, String reason) {
			if (rejected == 0) {
				return mapper.writeValueAsBytes(Map.of());
			}
			Message.Builder partial = signal.newResponse();
			FieldDescriptor field = partial.getDescriptorForType().findFieldByName("partial_success");
			String name = field.getMessageType().findFieldByName(signal.rejectedField()).getJsonName();
			return mapper.writeValueAsBytes(
					Map.of("partialSuccess", Map.of(name, Integer.toString(rejected), "errorMessage", reason)));
		}

		@Override
		byte[] refused(String reason) {
			return mapper.writeValueAsBytes(Map.of("message", reason));
		}

	};

	private static final ProtobufJson json = new ProtobufJson();

	private static final JsonMapper mapper = new JsonMapper();

	private final MediaType type;

	Encoding(MediaType type) {
		this.type = type;
	}

	MediaType type() {
		return this.type;
	}

	static Encoding of(@Nullable String contentType) throws RefusedException {
		try {
			MediaType type = MediaType.parseMediaType((contentType != null) ? contentType : "");
			for (Encoding encoding : values()) {
				if (encoding.type.equalsTypeAndSubtype(type)) {
					return encoding;
				}
			}
		}
		catch (InvalidMediaTypeException ex) {
			// Told below like any other that is not known.
		}
		throw new RefusedException(415, "Content-Type is to be application/x-protobuf or application/json");
	}

	/**
	 * Read a message.
	 * @param body what was sent
	 * @param target takes what is read
	 * @throws InvalidProtocolBufferException if it is not what it should be
	 * @throws RefusedException if it is more than is taken at a time
	 */
	abstract void read(byte[] body, Message.Builder target) throws InvalidProtocolBufferException, RefusedException;

	/**
	 * Write the answer to an export that was taken. Nothing is said of a partial success
	 * where there is none: a sender would take it for a warning.
	 * @param signal what was sent
	 * @param rejected how many items were not taken
	 * @param reason why not
	 * @return the body of the answer
	 */
	abstract byte[] accepted(Signal signal, int rejected, String reason);

	/**
	 * Write the answer to an export that was refused.
	 * @param reason why
	 * @return the body of the answer
	 */
	abstract byte[] refused(String reason);

}
