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

/**
 * Times as they are sent, in unsigned nanoseconds since the epoch. Those that nobody can
 * have meant would overflow in sums.
 */
final class Times {

	/** In the year 2096. */
	private static final long LATEST = 4_000_000_000_000_000_000L;

	/** A good three years. */
	private static final long LONGEST = 100_000_000_000_000_000L;

	private Times() {
	}

	static boolean isPlausible(long nanos) {
		return nanos > 0 && nanos <= LATEST;
	}

	/**
	 * Return how long something took.
	 * @param start when it began
	 * @param end when it ended
	 * @return the time in between; nothing if the end is missing or before the start
	 */
	static long between(long start, long end) {
		return isPlausible(end) ? Math.min(LONGEST, Math.max(0, end - start)) : 0;
	}

}
