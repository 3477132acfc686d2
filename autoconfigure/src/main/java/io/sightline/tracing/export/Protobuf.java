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

package io.sightline.tracing.export;

import java.nio.charset.StandardCharsets;

/**
 * Walks over the fields of a protobuf message.
 */
final class Protobuf {

	private static final int VARINT = 0;

	private static final int FIXED_64 = 1;

	private static final int LENGTH_DELIMITED = 2;

	private static final int FIXED_32 = 5;

	private static final int TYPE_BITS = 3;

	private static final int VARINT_BITS = 7;

	private static final int LONG_BITS = 64;

	private final byte[] bytes;

	private final int end;

	private int position;

	private int field;

	private int type;

	Protobuf(byte[] bytes, int start, int end) {
		this.bytes = bytes;
		this.position = start;
		this.end = end;
	}

	boolean next() {
		if (this.position >= this.end) {
			return false;
		}
		long tag = number();
		this.field = (int) (tag >>> TYPE_BITS);
		this.type = (int) (tag & ((1 << TYPE_BITS) - 1));
		if (this.field <= 0) {
			throw new IllegalArgumentException("no field");
		}
		return true;
	}

	int field() {
		return this.field;
	}

	boolean isMessage() {
		return this.type == LENGTH_DELIMITED;
	}

	Protobuf message() {
		int length = length();
		Protobuf message = new Protobuf(this.bytes, this.position, this.position + length);
		this.position += length;
		return message;
	}

	String text() {
		int length = length();
		String text = new String(this.bytes, this.position, length, StandardCharsets.UTF_8);
		this.position += length;
		return text;
	}

	void skip() {
		switch (this.type) {
			case VARINT -> number();
			case FIXED_64 -> advance(Long.BYTES);
			case LENGTH_DELIMITED -> advance(length());
			case FIXED_32 -> advance(Integer.BYTES);
			default -> throw new IllegalArgumentException("no type");
		}
	}

	long number() {
		long value = 0;
		for (int shift = 0; shift < LONG_BITS; shift += VARINT_BITS) {
			advance(1);
			byte next = this.bytes[this.position - 1];
			value |= (long) (next & Byte.MAX_VALUE) << shift;
			if (next >= 0) {
				return value;
			}
		}
		throw new IllegalArgumentException("no number");
	}

	private int length() {
		long length = number();
		if (length < 0 || length > this.end - this.position) {
			throw new IllegalArgumentException("no length");
		}
		return (int) length;
	}

	private void advance(int count) {
		if (count > this.end - this.position) {
			throw new IllegalArgumentException("cut off");
		}
		this.position += count;
	}

}
