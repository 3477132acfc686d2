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

import java.io.IOException;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * Counts the messages in a message before any of them is made: two bytes can be one, and
 * each takes a hundred in memory.
 */
final class Parts {

	static final int MAX = 500_000;

	private static final int MAX_DEPTH = 64;

	private final CodedInputStream in;

	private int count;

	private Parts(byte[] body) {
		this.in = CodedInputStream.newInstance(body);
	}

	/**
	 * Check that there are not too many.
	 * @param body the message
	 * @param type its type
	 * @throws RefusedException if there are too many, or they are nested too deeply
	 * @throws InvalidProtocolBufferException if it is not what it should be
	 */
	static void check(byte[] body, Descriptor type) throws RefusedException, InvalidProtocolBufferException {
		try {
			new Parts(body).read(type, 1);
		}
		catch (InvalidProtocolBufferException ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw new InvalidProtocolBufferException(ex);
		}
	}

	private void read(Descriptor type, int depth) throws IOException, RefusedException {
		if (depth > MAX_DEPTH) {
			throw new RefusedException(400, "Nested more than " + MAX_DEPTH + " times");
		}
		int tag = this.in.readTag();
		while (tag != 0) {
			FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
			if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
				int limit = this.in.pushLimit(this.in.readRawVarint32());
				content(field, depth);
				this.in.popLimit(limit);
			}
			else if (!this.in.skipField(tag)) {
				throw new InvalidProtocolBufferException("A group ends that did not begin");
			}
			tag = this.in.readTag();
		}
	}

	private void content(@Nullable FieldDescriptor field, int depth) throws IOException, RefusedException {
		boolean message = field != null && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
		if (field == null || !message) {
			this.in.skipRawBytes(this.in.getBytesUntilLimit());
			return;
		}
		if (++this.count > MAX) {
			throw new RefusedException(413, "More than " + MAX + " parts; send less at a time");
		}
		read(field.getMessageType(), depth + 1);
	}

}
