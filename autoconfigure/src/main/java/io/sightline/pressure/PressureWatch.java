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

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again, on a thread of its own, at what the application may be short of,
 * and says so once when it begins and once when it is over.
 */
public final class PressureWatch implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(PressureWatch.class);

	private static final long STOP_MILLIS = 500;

	private final Pressure pressure;

	private final List<Watched> watched = new ArrayList<>();

	private final long intervalNanos;

	private final LongSupplier clock;

	private final Map<Detail, Long> shedBefore = new EnumMap<>(Detail.class);

	private volatile boolean stopped;

	private final AtomicInteger periods = new AtomicInteger();

	private volatile long since;

	private @Nullable Thread thread;

	/**
	 * Creates a watch.
	 * @param pressure is told
	 * @param gauges what to look at
	 * @param interval how often
	 * @param recovery when it is over
	 */
	public PressureWatch(Pressure pressure, List<ResourceGauge> gauges, Duration interval, Recovery recovery) {
		this(pressure, gauges, interval, recovery, System::nanoTime);
	}

	PressureWatch(Pressure pressure, List<ResourceGauge> gauges, Duration interval, Recovery recovery,
			LongSupplier clock) {
		this.pressure = pressure;
		this.intervalNanos = interval.toNanos();
		this.clock = clock;
		gauges.forEach((gauge) -> this.watched.add(new Watched(gauge, new Hysteresis(gauge.limit(), recovery))));
	}

	/**
	 * Begins to look.
	 */
	public void start() {
		Thread started = new Thread(this, "sightline-pressure");
		started.setDaemon(true);
		this.stopped = false;
		this.thread = started;
		started.start();
	}

	/**
	 * Ends, and with it what it found.
	 */
	public void stop() {
		this.stopped = true;
		Thread running = this.thread;
		if (running != null) {
			LockSupport.unpark(running);
			join(running);
		}
		this.pressure.change(Set.of());
	}

	private static void join(Thread thread) {
		try {
			thread.join(STOP_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void run() {
		while (!this.stopped) {
			LockSupport.parkNanos(this, this.intervalNanos);
			try {
				if (!this.stopped) {
					look();
				}
			}
			catch (Throwable ex) {
				// Such as a want of memory, of all things: the next look has to take
				// place.
				continue;
			}
		}
	}

	void look() {
		long now = this.clock.getAsLong();
		Set<Resource> shortages = EnumSet.noneOf(Resource.class);
		for (Watched each : this.watched) {
			if (each.look(now)) {
				shortages.add(each.gauge.resource());
			}
		}
		boolean before = this.pressure.isHigh();
		if (!this.stopped && !shortages.equals(this.pressure.shortages())) {
			this.pressure.change(shortages);
		}
		if (this.pressure.isHeapShort()) {
			this.pressure.relieve();
		}
		if (!before && !shortages.isEmpty()) {
			enter(now);
		}
		else if (before && shortages.isEmpty()) {
			leave(now);
		}
	}

	private void enter(long now) {
		this.since = now;
		this.periods.incrementAndGet();
		for (Detail detail : Detail.values()) {
			this.shedBefore.put(detail, this.pressure.shed(detail));
		}
		logger.warn("Telemetry leaves out detail, as the application is short of {}. Errors are told as ever",
				this.watched.stream()
					.filter(Watched::isShort)
					.map(Watched::describe)
					.collect(Collectors.joining(", ")));
	}

	private void leave(long now) {
		StringBuilder left = new StringBuilder();
		for (Detail detail : Detail.values()) {
			long count = this.pressure.shed(detail) - this.shedBefore.getOrDefault(detail, 0L);
			left.append(left.isEmpty() ? "" : ", ").append(count).append(' ').append(detail.label().replace('_', ' '));
		}
		logger.info("Telemetry tells everything again, after {} s in which it left out {}",
				TimeUnit.NANOSECONDS.toSeconds(now - this.since), left);
	}

	/**
	 * What is looked at, as it was when it was last looked at.
	 * @return the readings, one for each gauge
	 */
	public List<Reading> readings() {
		return this.watched.stream().map(Watched::reading).toList();
	}

	/**
	 * How often detail began to be left out.
	 * @return the number since the start
	 */
	public int periods() {
		return this.periods.get();
	}

	/**
	 * How long detail has been left out.
	 * @return the time, zero if it is not
	 */
	public Duration age() {
		return this.pressure.isHigh() ? Duration.ofNanos(this.clock.getAsLong() - this.since) : Duration.ZERO;
	}

	/**
	 * What was found of a resource.
	 *
	 * @param resource the resource
	 * @param load how much of it is in use, from 0 to 1, or not a number if nobody knows
	 * @param limit when it is short
	 * @param isShort whether it is
	 */
	public record Reading(Resource resource, double load, Limit limit, boolean isShort) {

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "%s (%.0f %%, limit %.0f %%)", this.resource.label(), this.load * 100,
					this.limit.enter() * 100);
		}

	}

	/**
	 * A gauge with its history.
	 */
	private static final class Watched {

		private final ResourceGauge gauge;

		private final Hysteresis hysteresis;

		private volatile Reading reading;

		Watched(ResourceGauge gauge, Hysteresis hysteresis) {
			this.gauge = gauge;
			this.hysteresis = hysteresis;
			this.reading = new Reading(gauge.resource(), Double.NaN, gauge.limit(), false);
		}

		boolean look(long now) {
			double load = this.gauge.load().getAsDouble();
			boolean isShort = this.hysteresis.isShort(load, now);
			this.reading = new Reading(this.gauge.resource(), load, this.gauge.limit(), isShort);
			return isShort;
		}

		Reading reading() {
			return this.reading;
		}

		boolean isShort() {
			return this.reading.isShort();
		}

		String describe() {
			return this.reading.toString();
		}

	}

}
