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

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Counts the events of one objective. Counting takes no lock and no memory; counted
 * events become history when somebody looks, at least every ten seconds. Time is that of
 * a monotonic clock: setting the clock of the machine changes nothing.
 */
public final class SloTracker {

	private final Objective objective;

	private final LongSupplier clock;

	private final LongAdder good = new LongAdder();

	private final LongAdder bad = new LongAdder();

	private final Object monitor = new Object();

	private final EventHistory history;

	private final long start;

	private long drainedGood;

	private long drainedBad;

	private Duration restored = Duration.ZERO;

	/**
	 * Creates a tracker.
	 * @param objective the objective
	 * @param clock nanoseconds of a clock that never goes back
	 */
	public SloTracker(Objective objective, LongSupplier clock) {
		this.objective = objective;
		this.clock = clock;
		this.history = new EventHistory(objective.period());
		// Leaves room for a history from before the start.
		this.start = clock.getAsLong() - objective.period().toNanos();
		this.history.advanceTo(elapsed());
	}

	/**
	 * What is tracked.
	 * @return the objective
	 */
	public Objective objective() {
		return this.objective;
	}

	/**
	 * Counts an event.
	 * @param success whether it was good
	 */
	public void record(boolean success) {
		(success ? this.good : this.bad).increment();
	}

	/**
	 * Counts events.
	 * @param goodEvents the good ones
	 * @param badEvents the bad ones
	 */
	public void add(long goodEvents, long badEvents) {
		this.good.add(goodEvents);
		this.bad.add(badEvents);
	}

	/**
	 * The good events since the start.
	 * @return the number
	 */
	public long good() {
		return this.good.sum();
	}

	/**
	 * The bad events since the start.
	 * @return the number
	 */
	public long bad() {
		return this.bad.sum();
	}

	/**
	 * The events of a window that ends now.
	 * @param window the length of the window, at most the period
	 * @return the events
	 */
	public EventCount count(Duration window) {
		synchronized (this.monitor) {
			drain();
			return this.history.sum(window);
		}
	}

	/**
	 * How fast the budget burns.
	 * @param window the length of the window, at most the period
	 * @return how many times faster than allowed; {@code null} without events
	 */
	public @Nullable BigDecimal burnRate(Duration window) {
		return count(window).burnRate(this.objective.budget());
	}

	/**
	 * How the objective does.
	 * @return the status now
	 */
	public SloStatus status() {
		synchronized (this.monitor) {
			drain();
			return new SloEvaluation(this.objective, this.history, observed()).status();
		}
	}

	/**
	 * How long events have been counted, restored history included.
	 * @return the time, at most the period
	 */
	public Duration observed() {
		synchronized (this.monitor) {
			Duration period = this.objective.period();
			Duration observed = Duration.ofNanos(elapsed()).minus(period).plus(this.restored);
			return (observed.compareTo(period) < 0) ? observed : period;
		}
	}

	/**
	 * The events of the period, so that they outlive the process.
	 * @return the slots that have events
	 */
	public List<HistorySlot> history() {
		synchronized (this.monitor) {
			drain();
			return this.history.slots(elapsed());
		}
	}

	/**
	 * Takes the history of a process before this one.
	 * @param slots the events; those older than the period are left out
	 * @param observedFor how long ago that process began to count
	 */
	public void restore(List<HistorySlot> slots, Duration observedFor) {
		synchronized (this.monitor) {
			drain();
			long now = elapsed();
			for (HistorySlot slot : slots) {
				long middle = now - slot.age().toNanos() + slot.length().toNanos() / 2;
				if (middle >= 0) {
					this.history.add(Math.min(middle, now), slot.good(), slot.bad());
				}
			}
			Duration already = Duration.ofNanos(now).minus(this.objective.period());
			Duration before = observedFor.minus(already);
			this.restored = before.isNegative() ? Duration.ZERO : before;
		}
	}

	private void drain() {
		this.history.advanceTo(elapsed());
		long goodNow = this.good.sum();
		long badNow = this.bad.sum();
		this.history.add(elapsed(), goodNow - this.drainedGood, badNow - this.drainedBad);
		this.drainedGood = goodNow;
		this.drainedBad = badNow;
	}

	private long elapsed() {
		return this.clock.getAsLong() - this.start;
	}

}
