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

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import org.jspecify.annotations.Nullable;

/**
 * Adds the threshold of each latency objective to the buckets of its timer. Has to come
 * after the filters that set buckets.
 */
public final class SloBuckets implements MeterFilter {

	private final Map<String, Set<Double>> nanos = new HashMap<>();

	/**
	 * Creates a filter.
	 * @param definitions the objectives
	 */
	public SloBuckets(Collection<ObjectiveDefinition> definitions) {
		for (ObjectiveDefinition definition : definitions) {
			Duration threshold = definition.objective().threshold();
			if (threshold != null) {
				this.nanos.computeIfAbsent(definition.match().name(), (name) -> new TreeSet<>())
					.add((double) threshold.toNanos());
			}
		}
	}

	@Override
	public @Nullable DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
		Set<Double> added = (id.getType() == Meter.Type.TIMER) ? this.nanos.get(id.getName()) : null;
		if (added == null) {
			return config;
		}
		double[] present = config.getServiceLevelObjectiveBoundaries();
		DoubleStream all = DoubleStream.concat((present != null) ? DoubleStream.of(present) : DoubleStream.empty(),
				added.stream().mapToDouble(Double::doubleValue));
		return DistributionStatisticConfig.builder()
			.serviceLevelObjectives(all.sorted().distinct().toArray())
			.build()
			.merge(config);
	}

}
