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

package io.sightline.console.store;

import java.time.Duration;

/**
 * How much is kept of one signal.
 *
 * @param rows how many items
 * @param bytes how many bytes, as they are estimated
 * @param age for how long
 */
record Bounds(long rows, long bytes, Duration age) {

	/**
	 * A part goes at once: the smaller, the closer to the bounds; the larger, the faster.
	 */
	private static final int PARTS = 10;

	/**
	 * What is important may have this share of the room for itself.
	 */
	private static final int RESERVE = 5;

	long partRows() {
		return Math.max(1, this.rows / PARTS);
	}

	long partBytes() {
		return Math.max(1, this.bytes / PARTS);
	}

	long partMillis() {
		return Math.max(1, this.age.toMillis() / PARTS);
	}

	long reserveRows() {
		return this.rows / RESERVE;
	}

	long reserveBytes() {
		return this.bytes / RESERVE;
	}

}
