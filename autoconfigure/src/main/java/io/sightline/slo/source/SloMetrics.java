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

package io.sightline.slo.source;

import java.math.BigDecimal;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sightline.slo.SloTracker;
import io.sightline.slo.SloWindows;
import org.jspecify.annotations.Nullable;

/**
 * The meters of objectives. Both counters are there from the start, at zero: the first
 * bad event is an increase that Prometheus sees, and their absence means something.
 */
public final class SloMetrics implements MeterBinder {

	private static final String SLO = "slo";

	private final SloTrackers trackers;

	/**
	 * Creates a binder.
	 * @param trackers the objectives
	 */
	public SloMetrics(SloTrackers trackers) {
		this.trackers = trackers;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.trackers.all().forEach((tracker) -> bind(registry, tracker));
	}

	private static void bind(MeterRegistry registry, SloTracker tracker) {
		events(registry, tracker, "good", SloTracker::good);
		events(registry, tracker, "bad", SloTracker::bad);
		String name = tracker.objective().name();
		Gauge.builder("slo.objective.ratio", tracker, (it) -> it.objective().ratio().doubleValue())
			.description("Promised share of good events")
			.tag(SLO, name)
			.register(registry);
		Gauge
			.builder("slo.error.budget.remaining.ratio", tracker,
					(it) -> number(it.status().budget().remainingByCoverage(), 1))
			.description("Share of the error budget that is left, as this instance saw it; 1 without events")
			.tag(SLO, name)
			.register(registry);
		SloWindows.of(tracker.objective())
			.forEach((window) -> Gauge.builder("slo.burn.rate", tracker, (it) -> number(it.burnRate(window), 0))
				.description("How many times faster than allowed the budget burns; 0 without events")
				.tags(SLO, name, "window", SloWindows.label(window))
				.register(registry));
	}

	private static void events(MeterRegistry registry, SloTracker tracker, String result,
			ToDoubleFunction<SloTracker> value) {
		FunctionCounter.builder("slo.events", tracker, value)
			.description("Events that objectives are about")
			.tags(SLO, tracker.objective().name(), "result", result)
			.register(registry);
	}

	private static double number(@Nullable BigDecimal value, double otherwise) {
		return (value != null) ? value.doubleValue() : otherwise;
	}

}
