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
package io.sightline.tracing.propagation;

import io.opentelemetry.api.trace.TraceFlags;
import org.jspecify.annotations.Nullable;

/**
 * A {@code traceparent} header of the W3C Trace Context, level 2.
 *
 * @param traceId the trace
 * @param parentId the caller's span
 * @param flags the flags that are known
 */
record TraceParent(String traceId, String parentId, TraceFlags flags) {

	private static final int LENGTH = 55;

	private static final int TRACE_ID = 3;

	private static final int PARENT_ID = 36;

	private static final int FLAGS = 53;

	/**
	 * Sampled, and random trace id.
	 */
	private static final byte KNOWN_FLAGS = 0x03;

	static @Nullable TraceParent parse(String value) {
		if (value.length() < LENGTH || !isShaped(value)) {
			return null;
		}
		boolean ids = !Hex.isZero(value, TRACE_ID, PARENT_ID - 1) && !Hex.isZero(value, PARENT_ID, FLAGS - 1);
		if (!ids || value.startsWith("ff") || !endsWell(value)) {
			return null;
		}
		byte flags = (byte) (TraceFlags.fromHex(value, FLAGS).asByte() & KNOWN_FLAGS);
		return new TraceParent(value.substring(TRACE_ID, PARENT_ID - 1), value.substring(PARENT_ID, FLAGS - 1),
				TraceFlags.fromByte(flags));
	}

	private static boolean isShaped(String value) {
		return Hex.isLowerCase(value, 0, TRACE_ID - 1) && value.charAt(TRACE_ID - 1) == '-'
				&& Hex.isLowerCase(value, TRACE_ID, PARENT_ID - 1) && value.charAt(PARENT_ID - 1) == '-'
				&& Hex.isLowerCase(value, PARENT_ID, FLAGS - 1) && value.charAt(FLAGS - 1) == '-'
				&& Hex.isLowerCase(value, FLAGS, LENGTH);
	}

	/**
	 * Later versions may add fields, the first may not.
	 */
	private static boolean endsWell(String value) {
		return value.length() == LENGTH || !value.startsWith("00") && value.charAt(LENGTH) == '-';
	}

}
