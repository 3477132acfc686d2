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

package io.sightline.pressure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/**
 * Whether telemetry has to leave out detail now, and how much it left out so far. Asked
 * by whatever has detail to leave out, which costs the read of a field. Safe for use by
 * multiple threads, without locks.
 */
public final class Pressure {

	/**
	 * The reason by which ledgers count what was left out.
	 */
	public static final String REASON = "pressure";

	private final Map<Detail, LongAdder> shed = new EnumMap<>(Detail.class);

	private final List<Runnable> reliefs = new CopyOnWriteArrayList<>();

	private volatile Set<Resource> shortages = Set.of();

	private volatile boolean high;

	private volatile boolean heapShort;

	private volatile boolean machineShort;

	/**
	 * Creates a pressure that is not high.
	 */
	public Pressure() {
		for (Detail detail : Detail.values()) {
			this.shed.put(detail, new LongAdder());
		}
	}

	/**
	 * Whether detail is to be left out.
	 * @return {@code true} while anything is short
	 */
	public boolean isHigh() {
		return this.high;
	}

	/**
	 * Whether the application itself has too little of something, and not only a receiver
	 * of telemetry that does not keep up.
	 * @return {@code true} while the heap or the processors are short
	 */
	public boolean isMachineShort() {
		return this.machineShort;
	}

	/**
	 * Whether there is so little memory that what waits has to be less.
	 * @return {@code true} while the heap is short
	 */
	public boolean isHeapShort() {
		return this.heapShort;
	}

	/**
	 * What is short.
	 * @return the resources, none if nothing is
	 */
	public Set<Resource> shortages() {
		return this.shortages;
	}

	/**
	 * Adds what gives memory back when the heap is short. It is called again and again
	 * while it is.
	 * @param relief lets go of what waits
	 */
	public void onShortHeap(Runnable relief) {
		this.reliefs.add(relief);
	}

	/**
	 * Counts detail that was left out.
	 * @param detail what it was
	 * @param count how much of it
	 */
	public void shed(Detail detail, long count) {
		counter(detail).add(count);
	}

	/**
	 * How much was left out so far.
	 * @param detail of what
	 * @return the number since the start
	 */
	public long shed(Detail detail) {
		return counter(detail).sum();
	}

	private LongAdder counter(Detail detail) {
		return this.shed.getOrDefault(detail, new LongAdder());
	}

	void change(Set<Resource> shortages) {
		this.shortages = shortages.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(shortages));
		this.heapShort = shortages.contains(Resource.HEAP);
		this.machineShort = this.heapShort || shortages.contains(Resource.CPU);
		this.high = !shortages.isEmpty();
	}

	void relieve() {
		this.reliefs.forEach(Runnable::run);
	}

}
