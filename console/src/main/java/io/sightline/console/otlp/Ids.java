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

import java.util.HexFormat;

import com.google.protobuf.ByteString;

/**
 * Ids of traces and spans: of a fixed length and not all zero.
 */
final class Ids {

	private static final int TRACE = 16;

	private static final int SPAN = 8;

	private Ids() {
	}

	/**
	 * Return the id of a trace.
	 * @param id its bytes
	 * @return hexadecimal digits, empty if this is no such id
	 */
	static String trace(ByteString id) {
		return hex(id, TRACE);
	}

	/**
	 * Return the id of a span.
	 * @param id its bytes
	 * @return hexadecimal digits, empty if this is no such id
	 */
	static String span(ByteString id) {
		return hex(id, SPAN);
	}

	private static String hex(ByteString id, int length) {
		byte[] bytes = id.toByteArray();
		for (byte part : bytes) {
			if (part != 0) {
				return (bytes.length == length) ? HexFormat.of().formatHex(bytes) : "";
			}
		}
		return "";
	}

}
