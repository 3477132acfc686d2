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

package io.sightline.metrics;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.sightline.metrics.cardinality.CardinalityLimit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CachedTimerObservationHandler}.
 */
class CachedTimerObservationHandlerTests {

	private final MockClock clock = new MockClock();

	private final MeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, this.clock);

	private final ObservationRegistry observations = observing(new CachedTimerObservationHandler(this.meters));

	@Test
	void recordsWhatMicrometersHandlerRecords() {
		MeterRegistry others = new SimpleMeterRegistry(SimpleConfig.DEFAULT, this.clock);
		ObservationRegistry their = observing(new DefaultMeterObservationHandler(others));
		for (ObservationRegistry registry : List.of(this.observations, their)) {
			observe(registry, "orders", "card", null);
			observe(registry, "orders", "card", null);
			observe(registry, "orders", "cash", null);
			observe(registry, "orders", "card", new IllegalStateException("broken"));
			observe(registry, "returns", "card", null);
		}
		assertThat(series(this.meters)).hasSize(7).containsExactlyInAnyOrderElementsOf(series(others));
	}

	@Test
	void looksUpNoTimerTwice() {
		observe(this.observations, "orders", "card", null);
		this.meters.config().meterFilter(MeterFilter.deny());
		observe(this.observations, "orders", "card", null);
		assertThat(this.meters.get("orders").timer().count()).isEqualTo(2);
	}

	@Test
	void forgetsTimerThatIsRemoved() {
		observe(this.observations, "orders", "card", null);
		this.meters.remove(this.meters.get("orders").timer());
		observe(this.observations, "orders", "card", null);
		assertThat(this.meters.get("orders").timer().count()).isEqualTo(1);
	}

	@Test
	void remembersNoTimerThatStandsForOthers() {
		observe(this.observations, "orders", CardinalityLimit.OVERFLOW, null);
		this.meters.config().meterFilter(new MeterFilter() {
			@Override
			public Meter.Id map(Meter.Id id) {
				return id.withName("renamed");
			}
		});
		observe(this.observations, "orders", CardinalityLimit.OVERFLOW, null);
		assertThat(this.meters.get("renamed").timer().count()).isEqualTo(1);
	}

	@Test
	void remembersNoMoreThanItMay() {
		for (int i = 0; i < CachedTimerObservationHandler.MAX_TIMERS + 10; i++) {
			observe(this.observations, "orders", "method" + i, null);
		}
		observe(this.observations, "orders", "method" + (CachedTimerObservationHandler.MAX_TIMERS + 9), null);
		assertThat(this.meters.get("orders")
			.tag("payment", "method" + (CachedTimerObservationHandler.MAX_TIMERS + 9))
			.timer()
			.count()).isEqualTo(2);
	}

	@Test
	void makesNoTimerOfTasksThatRunUnlessWanted() {
		ObservationRegistry without = observing(
				new CachedTimerObservationHandler(this.meters, IgnoredMeters.LONG_TASK_TIMER));
		observe(without, "orders", "card", null);
		assertThat(this.meters.getMeters()).hasSize(1);
	}

	private void observe(ObservationRegistry registry, String name, String payment, @Nullable Throwable error) {
		Observation observation = Observation.createNotStarted(name, registry)
			.lowCardinalityKeyValue(KeyValue.of("payment", payment))
			.start();
		this.clock.add(Duration.ofMillis(20));
		if (error != null) {
			observation.error(error);
		}
		observation.stop();
	}

	private static ObservationRegistry observing(DefaultMeterObservationHandler handler) {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(handler);
		return registry;
	}

	private static List<String> series(MeterRegistry registry) {
		return registry.getMeters()
			.stream()
			.map((meter) -> meter.getId() + ((meter instanceof Timer timer)
					? " " + timer.count() + " " + timer.totalTime(TimeUnit.MILLISECONDS) : ""))
			.toList();
	}

}
