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

package io.sightline.metrics.cardinality;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.metrics.cardinality.CardinalityLimits.MeterLimits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CardinalityLimit}.
 */
class CardinalityLimitTests {

	private static final CardinalityLimits LIMITS = new CardinalityLimits(20, new MeterLimits(5, 20),
			Map.of("orders.large", new MeterLimits(10, 20)));

	private final CardinalityReport report = new CardinalityReport();

	private final MeterRegistry registry = limited(new SimpleMeterRegistry());

	private <R extends MeterRegistry> R limited(R registry) {
		registry.config().meterFilter(new CardinalityLimit(LIMITS, this.report));
		return registry;
	}

	private static void count(MeterRegistry registry, String name, String tag, int values) {
		IntStream.range(0, values).forEach((value) -> registry.counter(name, tag, "v" + value).increment());
	}

	private static double total(MeterRegistry registry, String name) {
		return registry.find(name).counters().stream().mapToDouble(Counter::count).sum();
	}

	@Test
	void keepsValuesWithinTheLimit() {
		count(this.registry, "orders", "shop", 5);
		assertThat(this.registry.find("orders").counters()).hasSize(5);
		assertThat(this.report.overflows()).isEmpty();
	}

	@Test
	void addsUpValuesBeyondTheLimit() {
		count(this.registry, "orders", "shop", 50);
		assertThat(this.registry.find("orders").counters()).hasSize(6);
		assertThat(this.registry.get("orders").tag("shop", "_overflow").counter().count()).isEqualTo(45);
		assertThat(total(this.registry, "orders")).isEqualTo(50);
	}

	@Test
	void keepsValuesThatCameFirstAfterTheLimitIsReached() {
		count(this.registry, "orders", "shop", 50);
		count(this.registry, "orders", "shop", 5);
		assertThat(this.registry.get("orders").tag("shop", "v0").counter().count()).isEqualTo(2);
		assertThat(total(this.registry, "orders")).isEqualTo(55);
	}

	@Test
	void appliesLimitsOfTheMeter() {
		count(this.registry, "orders.large", "shop", 50);
		assertThat(this.registry.find("orders.large").counters()).hasSize(11);
	}

	@Test
	void limitsEachTagByItself() {
		for (int i = 0; i < 10; i++) {
			this.registry.counter("orders", "shop", "v" + i, "status", "done").increment();
		}
		assertThat(this.registry.find("orders").tag("status", "done").counters()).hasSize(6);
	}

	@Test
	void givesUpTheTagWithMostValuesWhenThereAreTooManySeries() {
		for (int i = 0; i < 5 * 4 * 3; i++) {
			this.registry.counter("orders", "shop", "v" + i % 5, "status", "s" + i / 5 % 4, "kind", "k" + i / 20)
				.increment();
		}
		assertThat(this.registry.find("orders").counters()).hasSizeLessThanOrEqualTo(20 + 2 + 1);
		assertThat(this.registry.find("orders").tag("shop", "_overflow").tag("kind", "k1").counters()).isNotEmpty();
		assertThat(total(this.registry, "orders")).isEqualTo(60);
	}

	@Test
	void addsUpMetersBeyondTheLimitOfNames() {
		IntStream.range(0, 100).forEach((i) -> this.registry.counter("order." + i).increment());
		IntStream.range(0, 100).forEach((i) -> this.registry.timer("time." + i).record(1, TimeUnit.SECONDS));
		assertThat(this.registry.get("overflow.counts").counter().count()).isEqualTo(80);
		assertThat(this.registry.get("overflow.durations").timer().count()).isEqualTo(100);
		assertThat(this.registry.getMeters()).hasSize(22);
	}

	@Test
	void keepsNamesOfTheHouseBeyondTheLimitOfNames() {
		IntStream.range(0, 100).forEach((i) -> this.registry.counter("order." + i).increment());
		this.registry.counter("sightline.telemetry.items").increment();
		assertThat(this.registry.get("sightline.telemetry.items").counter().count()).isEqualTo(1);
	}

	@Test
	void leavesOutFunctionsBeyondTheLimitOfNames() {
		IntStream.range(0, 100).forEach((i) -> this.registry.counter("order." + i).increment());
		FunctionCounter.builder("late", this, (self) -> 1).register(this.registry);
		this.registry.more().timer("late.time", Tags.empty(), this, (self) -> 1, (self) -> 1, TimeUnit.SECONDS);
		Gauge.builder("late.gauge", () -> 1).register(this.registry);
		assertThat(this.registry.getMeters()).extracting((meter) -> meter.getId().getName())
			.doesNotContain("late", "late.time", "late.gauge");
	}

	@Test
	void leavesOutGaugesAndFunctionsBeyondTheLimitOfValues() {
		for (int i = 0; i < 50; i++) {
			Gauge.builder("depth", () -> 1).tag("queue", "q" + i).register(this.registry);
			FunctionCounter.builder("hits", this, (self) -> 1).tag("cache", "c" + i).register(this.registry);
		}
		assertThat(this.registry.find("depth").gauges()).hasSize(5);
		assertThat(this.registry.find("hits").functionCounters()).hasSize(5);
	}

	@Test
	void boundsCompositeAndItsChildren() {
		SimpleMeterRegistry child = limited(new SimpleMeterRegistry());
		CompositeMeterRegistry composite = limited(new CompositeMeterRegistry()).add(child);
		count(composite, "orders", "shop", 50);
		assertThat(composite.getMeters()).hasSize(6);
		assertThat(total(child, "orders")).isEqualTo(50);
		assertThat(this.report.overflows("orders")).isEqualTo(45);
	}

	@Test
	void boundsKeysOfTags() {
		IntStream.range(0, 1000).forEach((i) -> this.registry.counter("orders", "key" + i, "x").increment());
		assertThat(this.registry.find("orders").counters()).hasSizeLessThan(50);
		assertThat(total(this.registry, "orders")).isEqualTo(1000);
	}

	@Test
	void reportsCosts() {
		CardinalityLimit limit = new CardinalityLimit(LIMITS, this.report);
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		registry.config().meterFilter(limit);
		count(registry, "orders", "shop", 3);
		Timer.builder("time").register(registry);
		assertThat(limit.costs()).containsExactly(new MeterCost("orders", 3, Map.of("shop", 3)),
				new MeterCost("time", 1, Map.of()));
	}

	@Test
	void mapsSameIdToSameSeries() {
		count(this.registry, "orders", "shop", 50);
		Meter first = this.registry.counter("orders", "shop", "v49");
		assertThat(this.registry.counter("orders", "shop", "v49")).isSameAs(first);
	}

}
