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

package io.sightline.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * The account of one signal. At any quiet moment {@code created} equals {@code exported}
 * plus {@code unsampled} plus {@code dropped} plus {@code queued}. Safe for use by
 * multiple threads, without locks.
 */
public final class SignalLedger {

	private final String signal;

	private final LongAdder created = new LongAdder();

	private final LongAdder exported = new LongAdder();

	private final LongAdder unsampled = new LongAdder();

	private final Map<String, LongAdder> dropped;

	private final LongSupplier queued;

	private final long capacity;

	private volatile ItemSize size = new ItemSize();

	/**
	 * Opens an account.
	 * @param signal the name of the signal, such as {@code logs}
	 * @param reasons the reasons for which items are dropped
	 * @param queued how many items wait
	 * @param capacity how many can
	 */
	public SignalLedger(String signal, List<String> reasons, LongSupplier queued, long capacity) {
		this.signal = signal;
		Map<String, LongAdder> counts = new LinkedHashMap<>();
		reasons.forEach((reason) -> counts.put(reason, new LongAdder()));
		this.dropped = Collections.unmodifiableMap(counts);
		this.queued = queued;
		this.capacity = capacity;
	}

	public String signal() {
		return this.signal;
	}

	/**
	 * Counts an item that came into being.
	 */
	public void create() {
		this.created.increment();
	}

	/**
	 * Counts items that reached where they were to go.
	 * @param count how many
	 */
	public void export(long count) {
		this.exported.add(count);
	}

	/**
	 * Counts an item that was left out on purpose.
	 */
	public void leaveOut() {
		this.unsampled.increment();
	}

	/**
	 * Counts items that were lost.
	 * @param reason one of the account's reasons
	 * @param count how many
	 */
	public void drop(String reason, long count) {
		LongAdder counter = this.dropped.get(reason);
		if (counter == null) {
			throw new IllegalArgumentException("'" + reason + "' is none of " + this.dropped.keySet());
		}
		counter.add(count);
	}

	/**
	 * Lets somebody else measure the items.
	 * @param measured what somebody else measures
	 */
	public void sizedBy(ItemSize measured) {
		this.size = measured;
	}

	/**
	 * How large the items are.
	 * @return their size as they leave
	 */
	public ItemSize size() {
		return this.size;
	}

	public long created() {
		return this.created.sum();
	}

	public long exported() {
		return this.exported.sum();
	}

	public long unsampled() {
		return this.unsampled.sum();
	}

	/**
	 * The reasons for which items are dropped.
	 * @return the reasons
	 */
	public Iterable<String> reasons() {
		return this.dropped.keySet();
	}

	/**
	 * How many items were lost for a reason.
	 * @param reason the reason
	 * @return the count, 0 for a reason that is unknown
	 */
	public long dropped(String reason) {
		LongAdder counter = this.dropped.get(reason);
		return (counter != null) ? counter.sum() : 0;
	}

	/**
	 * How many items were lost.
	 * @return the count over all reasons
	 */
	public long dropped() {
		return this.dropped.values().stream().mapToLong(LongAdder::sum).sum();
	}

	public long queued() {
		return this.queued.getAsLong();
	}

	public long capacity() {
		return this.capacity;
	}

	/**
	 * What is not accounted for. Zero at any quiet moment; while items move it may be off
	 * by those on the way.
	 * @return created less exported, unsampled, dropped and queued
	 */
	public long difference() {
		return created() - exported() - unsampled() - dropped() - queued();
	}

}
