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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes sampling at run time, for a bounded time. A change is asked before any rule,
 * and is over by itself: its end is a matter of the monotonic clock, not of a timer.
 */
public final class SamplingControl {

	private static final Logger logger = LoggerFactory.getLogger(SamplingControl.class);

	private final LongSupplier clock;

	private final AtomicReference<@Nullable Active> active = new AtomicReference<>();

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	/**
	 * Creates a control without a change.
	 */
	public SamplingControl() {
		this(System::nanoTime);
	}

	SamplingControl(LongSupplier clock) {
		this.clock = clock;
	}

	/**
	 * Makes a change, instead of one that holds.
	 * @param change the change
	 */
	public void change(SamplingChange change) {
		ConfiguredRule rule = new ConfiguredRule(change.route(), null, Map.of(), change.ratio());
		this.active.set(new Active(change, rule, this.clock.getAsLong() + change.duration().toNanos()));
		logger.info("Sampling is changed for {}: ratio {} for {}", change.duration(), change.ratio(),
				(change.route() != null) ? change.route() : "all routes");
	}

	/**
	 * Takes back a change before it is over.
	 */
	public void revert() {
		end(this.active.get());
	}

	/**
	 * Tells that the time of a change is over: at the next span or question about it.
	 * @param listener is to be told; in the thread that finds out, which may be one of a
	 * request
	 */
	public void onExpiry(Runnable listener) {
		this.listeners.add(listener);
	}

	/**
	 * The change that holds.
	 * @return the change with the time it still has, or empty
	 */
	public Optional<SamplingChange> current() {
		Active current = held();
		if (current == null) {
			return Optional.empty();
		}
		long left = Math.max(1, current.deadline() - this.clock.getAsLong());
		return Optional
			.of(new SamplingChange(current.change().ratio(), current.change().route(), Duration.ofNanos(left)));
	}

	boolean isActive() {
		return this.active.get() != null && held() != null;
	}

	OptionalDouble ratio(SpanFacts span) {
		Active current = held();
		return (current != null) ? current.rule().ratio(span) : OptionalDouble.empty();
	}

	private @Nullable Active held() {
		Active current = this.active.get();
		if (current != null && this.clock.getAsLong() - current.deadline() >= 0) {
			if (end(current)) {
				this.listeners.forEach(SamplingControl::tell);
			}
			return null;
		}
		return current;
	}

	private boolean end(@Nullable Active current) {
		boolean ended = current != null && this.active.compareAndSet(current, null);
		if (ended) {
			logger.info("Sampling is as configured again");
		}
		return ended;
	}

	private static void tell(Runnable listener) {
		try {
			listener.run();
		}
		catch (RuntimeException ex) {
			logger.warn("The end of a change of sampling could not be told", ex);
		}
	}

	private record Active(SamplingChange change, ConfiguredRule rule, long deadline) {

	}

}
