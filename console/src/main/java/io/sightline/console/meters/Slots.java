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

package io.sightline.console.meters;

import java.time.Duration;

import io.sightline.console.api.Times;

/**
 * A period that ends now, in parts of the same length.
 *
 * @param start its beginning in nanoseconds since the epoch
 * @param width how long a part is, in nanoseconds
 * @param count how many parts there are
 */
record Slots(long start, long width, int count) {

	/**
	 * How long a value holds when none comes after it: a little longer than the pause
	 * after which one that stays the same is told again.
	 */
	static final Duration HOLDS = Duration.ofMinutes(5);

	private static final int MOST = 120;

	private static final Duration NARROWEST = Duration.ofSeconds(10);

	static Slots over(Duration since) {
		long width = Math.max(since.toNanos() / MOST, Math.min(NARROWEST.toNanos(), since.toNanos()));
		return of(since, Duration.ofNanos(width));
	}

	static Slots of(Duration since, Duration width) {
		int count = (int) Math.max(1, since.toNanos() / width.toNanos());
		return new Slots(Times.nanosAgo(width.multipliedBy(count)), width.toNanos(), count);
	}

	long lookBack() {
		return this.start - HOLDS.toNanos();
	}

	long end(int slot) {
		return this.start + (slot + 1) * this.width;
	}

	double seconds() {
		return this.width / 1e9;
	}

	int holds() {
		return (int) Math.max(1, HOLDS.toNanos() / this.width);
	}

}
