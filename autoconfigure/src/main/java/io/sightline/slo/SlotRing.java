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

package io.sightline.slo;

import java.util.Arrays;

/**
 * Events of the last slots of time, one after the other. Slots are numbered from the
 * beginning of time; what is older than the ring is forgotten.
 */
final class SlotRing {

	private final long slotNanos;

	private final long[] good;

	private final long[] bad;

	private long current;

	/**
	 * Creates a ring.
	 * @param slotNanos the length of a slot
	 * @param slots the number of slots
	 */
	SlotRing(long slotNanos, int slots) {
		this.slotNanos = slotNanos;
		this.good = new long[slots];
		this.bad = new long[slots];
	}

	long slotNanos() {
		return this.slotNanos;
	}

	/**
	 * The oldest slot that is remembered.
	 */
	long first() {
		return this.current - this.good.length + 1;
	}

	long current() {
		return this.current;
	}

	long good(long slot) {
		return this.good[index(slot)];
	}

	long bad(long slot) {
		return this.bad[index(slot)];
	}

	void advanceTo(long nanos) {
		long slot = nanos / this.slotNanos;
		if (slot - this.current >= this.good.length) {
			Arrays.fill(this.good, 0);
			Arrays.fill(this.bad, 0);
			this.current = slot;
		}
		while (this.current < slot) {
			this.current++;
			this.good[index(this.current)] = 0;
			this.bad[index(this.current)] = 0;
		}
	}

	/**
	 * Adds events that happened at a time, unless it is forgotten.
	 */
	void add(long nanos, long goodEvents, long badEvents) {
		long slot = nanos / this.slotNanos;
		if (slot >= first() && slot <= this.current) {
			this.good[index(slot)] += goodEvents;
			this.bad[index(slot)] += badEvents;
		}
	}

	private int index(long slot) {
		return Math.floorMod(slot, this.good.length);
	}

}
