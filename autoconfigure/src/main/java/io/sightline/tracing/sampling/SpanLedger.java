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

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

import io.sightline.ledger.SignalLedger;
import io.sightline.pressure.Pressure;

/**
 * The account of spans, with the reasons for which they are lost and the places where
 * they wait.
 */
public final class SpanLedger {

	/**
	 * The reason of spans that found no room in the queue.
	 */
	public static final String QUEUE_FULL = "queue_full";

	/**
	 * The reason of spans whose trace had to be decided early for want of room, and gave
	 * no cause to be kept so far.
	 */
	public static final String TAIL_FULL = "tail_full";

	/**
	 * The reason of spans whose trace was not over in time, and gave no cause to be kept
	 * so far.
	 */
	public static final String TAIL_EXPIRED = "tail_expired";

	/**
	 * The reason of spans that could not be delivered.
	 */
	public static final String EXPORTER = "exporter";

	/**
	 * The reason of spans that the receiver refused.
	 */
	public static final String REJECTED = "rejected";

	/**
	 * The reason of spans for which the spool had no room, or whose file was not
	 * readable.
	 */
	public static final String SPOOL = "spool";

	/**
	 * The reason of spans that could not be delivered before the application ended.
	 */
	public static final String SHUTDOWN = "shutdown";

	/**
	 * The reason of spans that were left out as the application was short of something.
	 */
	public static final String PRESSURE = Pressure.REASON;

	private static final List<String> REASONS = List.of(QUEUE_FULL, TAIL_FULL, TAIL_EXPIRED, EXPORTER, REJECTED, SPOOL,
			SHUTDOWN, PRESSURE);

	private final SignalLedger ledger;

	private final List<LongSupplier> queues = new CopyOnWriteArrayList<>();

	/**
	 * Opens an account.
	 * @param signal the name of the signal
	 * @param capacity how many spans can wait
	 */
	public SpanLedger(String signal, long capacity) {
		this.ledger = new SignalLedger(signal, REASONS, this::queued, capacity);
	}

	/**
	 * The account itself.
	 * @return the account
	 */
	public SignalLedger account() {
		return this.ledger;
	}

	/**
	 * Adds a place where spans wait.
	 * @param queue how many wait there
	 */
	public void addQueue(LongSupplier queue) {
		this.queues.add(queue);
	}

	/**
	 * Counts a span that is left out from its start.
	 */
	public void leaveOut() {
		this.ledger.create();
		this.ledger.leaveOut();
	}

	/**
	 * Counts a span that is not recorded as the application is short of something.
	 */
	public void shed() {
		this.ledger.create();
		this.ledger.drop(PRESSURE, 1);
	}

	private long queued() {
		return this.queues.stream().mapToLong(LongSupplier::getAsLong).sum();
	}

}
