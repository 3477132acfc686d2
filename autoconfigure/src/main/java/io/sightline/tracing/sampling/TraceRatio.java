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

package io.sightline.tracing.sampling;

/**
 * Chooses a share of traces by their ids, so that services with the same share choose the
 * same traces, and those with a smaller one a part of these.
 */
final class TraceRatio {

	private static final int RANDOM_PART = 16;

	private static final int TRACE_ID_LENGTH = 32;

	private static final int HEX = 16;

	private static final int BITS = 4;

	private TraceRatio() {
	}

	static boolean choose(String traceId, double ratio) {
		if (ratio >= 1) {
			return true;
		}
		if (ratio <= 0) {
			return false;
		}
		return (random(traceId) & Long.MAX_VALUE) < (long) (ratio * Long.MAX_VALUE);
	}

	/**
	 * The last 64 bits of an id that is known to be hexadecimal, without the checks that
	 * parsing a number has.
	 */
	private static long random(String traceId) {
		long random = 0;
		for (int i = RANDOM_PART; i < TRACE_ID_LENGTH; i++) {
			random = (random << BITS) | Character.digit(traceId.charAt(i), HEX);
		}
		return random;
	}

}
