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

package io.sightline.benchmarks;

import java.lang.ref.Reference;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sightline.metrics.cardinality.CardinalityLimit;
import io.sightline.metrics.cardinality.CardinalityLimits;
import io.sightline.metrics.cardinality.CardinalityLimits.MeterLimits;
import io.sightline.metrics.cardinality.CardinalityReport;

/**
 * Prints what series take of the heap, and what a million of URIs beyond the limit does.
 */
public final class MetricHeap {

	private static final int SERIES = 10_000;

	private static final int ATTACK = 1_000_000;

	private static final MeterLimits WIDE = new MeterLimits(SERIES, SERIES);

	private static final Duration PAUSE = Duration.ofMillis(200);

	private MetricHeap() {
	}

	/**
	 * Measures and prints.
	 * @param arguments none
	 */
	public static void main(String[] arguments) {
		System.out.println("| what | bytes a series without the limit | with it |");
		System.out.println("|---|---|---|");
		print("counter", (registry, i) -> registry.counter("counted", "value", "v" + i).increment());
		print("timer", (registry, i) -> registry.timer("timed", "value", "v" + i));
		print("timer with ten buckets", (registry, i) -> registry.timer(SeriesLimit.TIMER, "uri", "/" + i));
		PrometheusMeterRegistry attacked = SeriesLimit.BEYOND.registry();
		for (int i = 0; i < SERIES; i++) {
			request(attacked, i);
		}
		long grown = grown(attacked, ATTACK, MetricHeap::request);
		System.out.printf("%n%d URIs beyond the limit: %d KiB, scrape of %d KiB%n", ATTACK, grown / 1024,
				attacked.scrape().length() / 1024);
	}

	private static void request(MeterRegistry registry, int i) {
		Timer.builder(SeriesLimit.TIMER).tag("uri", "/" + i).register(registry).record(i, TimeUnit.MICROSECONDS);
	}

	private static void print(String what, Series series) {
		CardinalityLimits limits = new CardinalityLimits(CardinalityLimits.DEFAULTS.meterNames(), WIDE, Map.of());
		PrometheusMeterRegistry limited = SeriesLimit.NONE.registry();
		limited.config().meterFilter(new CardinalityLimit(limits, new CardinalityReport()));
		System.out.printf("| %s | %d | %d |%n", what, grown(SeriesLimit.NONE.registry(), SERIES, series) / SERIES,
				grown(limited, SERIES, series) / SERIES);
	}

	private static long grown(PrometheusMeterRegistry registry, int times, Series series) {
		// Classes and first tables are not what a series takes.
		series.add(registry, 0);
		long before = usedHeap();
		for (int i = 1; i <= times; i++) {
			series.add(registry, i);
		}
		long after = usedHeap();
		Reference.reachabilityFence(registry);
		return after - before;
	}

	/**
	 * What earlier registries leave behind goes in several steps.
	 */
	private static long usedHeap() {
		long used = Long.MAX_VALUE;
		for (long next = collect(); next < used; next = collect()) {
			used = next;
		}
		return used;
	}

	private static long collect() {
		System.gc();
		LockSupport.parkNanos(PAUSE.toNanos());
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	private interface Series {

		void add(MeterRegistry registry, int i);

	}

}
