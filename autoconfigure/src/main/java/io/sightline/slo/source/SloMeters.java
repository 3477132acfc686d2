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

import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.step.StepMeterRegistry;

/**
 * Reads the meters that objectives are about. Meters count for ever, so what was counted
 * since the last time is the difference; one that starts again is read from zero.
 */
public final class SloMeters {

	private static final String PROMETHEUS = "io.micrometer.prometheusmetrics.PrometheusMeterRegistry";

	private final List<MeterEvents> events;

	/**
	 * Creates a reader.
	 * @param trackers the objectives
	 * @param registry has the meters
	 */
	public SloMeters(SloTrackers trackers, MeterRegistry registry) {
		List<MeterRegistry> leaves = leaves(registry);
		this.events = trackers.tracked()
			.stream()
			.filter((objective) -> objective.definition().match().source() == EventSource.METER)
			.map((objective) -> new MeterEvents(objective, cumulative(leaves)))
			.toList();
	}

	/**
	 * Fails if an objective is about a meter that is not there or cannot tell.
	 */
	public void check() {
		this.events.forEach(MeterEvents::check);
	}

	/**
	 * Counts what happened since the last time.
	 */
	public void poll() {
		this.events.forEach(MeterEvents::poll);
	}

	/**
	 * Registries that push count from zero after each push; of the others, Prometheus'
	 * keeps buckets for ever.
	 */
	private static MeterRegistry cumulative(List<MeterRegistry> leaves) {
		return leaves.stream()
			.filter((leaf) -> leaf.getClass().getName().equals(PROMETHEUS))
			.findFirst()
			.or(() -> leaves.stream().filter((leaf) -> !(leaf instanceof StepMeterRegistry)).findFirst())
			.orElseGet(() -> leaves.get(0));
	}

	static boolean keepsBuckets(MeterRegistry registry) {
		return registry.getClass().getName().equals(PROMETHEUS);
	}

	private static List<MeterRegistry> leaves(MeterRegistry registry) {
		if (!(registry instanceof CompositeMeterRegistry composite) || composite.getRegistries().isEmpty()) {
			return List.of(registry);
		}
		List<MeterRegistry> leaves = new ArrayList<>();
		composite.getRegistries().forEach((child) -> leaves.addAll(leaves(child)));
		return leaves;
	}

}
