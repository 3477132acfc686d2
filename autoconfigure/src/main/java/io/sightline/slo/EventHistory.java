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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The events of a period: the last hour in slots of 10 seconds, the last day in minutes,
 * all of it in slots of five minutes or more. A window is answered from the finest slots
 * that reach back far enough.
 */
final class EventHistory {

	private static final long FINE = TimeUnit.SECONDS.toNanos(10);

	private static final int FINE_SLOTS = 360;

	private static final long MIDDLE = TimeUnit.MINUTES.toNanos(1);

	private static final int MIDDLE_SLOTS = 1440;

	private static final int COARSE_SLOTS = 8640;

	private static final long COARSE_STEP = 5;

	private final List<SlotRing> rings;

	EventHistory(Duration period) {
		long minutes = ceil(period.toMinutes(), COARSE_SLOTS);
		long coarse = TimeUnit.MINUTES.toNanos(Math.max(COARSE_STEP, minutes));
		this.rings = List.of(new SlotRing(FINE, FINE_SLOTS), new SlotRing(MIDDLE, MIDDLE_SLOTS),
				new SlotRing(coarse, (int) ceil(period.toNanos(), coarse)));
	}

	private static long ceil(long dividend, long divisor) {
		return -Math.floorDiv(-dividend, divisor);
	}

	void advanceTo(long nanos) {
		this.rings.forEach((ring) -> ring.advanceTo(nanos));
	}

	void add(long nanos, long good, long bad) {
		this.rings.forEach((ring) -> ring.add(nanos, good, bad));
	}

	EventCount sum(Duration window) {
		for (SlotRing ring : this.rings) {
			long slots = ceil(window.toNanos(), ring.slotNanos());
			if (ring.current() - slots + 1 >= ring.first()) {
				return sum(ring, ring.current() - slots + 1, ring.current());
			}
		}
		SlotRing coarse = this.rings.get(this.rings.size() - 1);
		return sum(coarse, coarse.first(), coarse.current());
	}

	private static EventCount sum(SlotRing ring, long first, long last) {
		long good = 0;
		long bad = 0;
		for (long slot = first; slot <= last; slot++) {
			good += ring.good(slot);
			bad += ring.bad(slot);
		}
		return new EventCount(good, bad);
	}

	/**
	 * Every slot that has events, each moment once and as finely as it is known.
	 */
	List<HistorySlot> slots(long now) {
		List<HistorySlot> slots = new ArrayList<>();
		long until = Long.MAX_VALUE;
		for (int i = 0; i < this.rings.size(); i++) {
			SlotRing ring = this.rings.get(i);
			// The next ring takes over at a boundary of its own slots.
			long grain = this.rings.get(Math.min(i + 1, this.rings.size() - 1)).slotNanos();
			long from = ceil(Math.max(0, ring.first()) * ring.slotNanos(), grain) * grain;
			collect(ring, from, until, now, slots);
			until = from;
		}
		return slots;
	}

	private static void collect(SlotRing ring, long from, long until, long now, List<HistorySlot> slots) {
		for (long slot = Math.max(0, ring.first()); slot <= ring.current(); slot++) {
			long start = slot * ring.slotNanos();
			boolean empty = ring.good(slot) == 0 && ring.bad(slot) == 0;
			if (!empty && start >= from && start < until) {
				slots.add(new HistorySlot(Duration.ofNanos(now - start), Duration.ofNanos(ring.slotNanos()),
						ring.good(slot), ring.bad(slot)));
			}
		}
	}

}
