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

package io.sightline.console.api;

import java.time.Duration;
import java.time.Instant;

/**
 * Times as the store and as clients have them. Clients get microseconds: nanoseconds
 * since the epoch are beyond what a browser can count exactly.
 */
public final class Times {

	private static final long NANOS_PER_MICRO = 1_000;

	private static final long NANOS_PER_SECOND = 1_000_000_000;

	private Times() {
	}

	/**
	 * Return when a period that ends now began.
	 * @param period the period
	 * @return its beginning in nanoseconds since the epoch
	 */
	public static long nanosAgo(Duration period) {
		Instant start = Instant.now().minus(period);
		return Math.max(0, start.getEpochSecond()) * NANOS_PER_SECOND + start.getNano();
	}

	/**
	 * Return what clients get.
	 * @param nanos nanoseconds
	 * @return microseconds
	 */
	public static long micros(long nanos) {
		return nanos / NANOS_PER_MICRO;
	}

	/**
	 * Return what the store has.
	 * @param micros microseconds
	 * @return nanoseconds
	 */
	public static long nanos(long micros) {
		return micros * NANOS_PER_MICRO;
	}

}
