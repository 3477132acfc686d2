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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import org.jspecify.annotations.Nullable;

/**
 * Gives named timers a fixed set of buckets. Names are matched exactly: a property of
 * Boot matches prefixes, and {@code http.server.requests} would take
 * {@code http.server.requests.active} with it. Buckets that were configured in another
 * way are kept.
 */
public final class DefaultBuckets implements MeterFilter {

	private final Map<String, double[]> meters = new HashMap<>();

	/**
	 * Creates a filter.
	 * @param meters the names of the timers
	 * @param buckets the upper bounds of their buckets
	 */
	public DefaultBuckets(Set<String> meters, List<Duration> buckets) {
		this(meters, buckets, Map.of());
	}

	/**
	 * Creates a filter.
	 * @param meters the names of the timers
	 * @param buckets the upper bounds of their buckets
	 * @param others the upper bounds of the buckets of single timers, which may be none
	 */
	public DefaultBuckets(Set<String> meters, List<Duration> buckets, Map<String, List<Duration>> others) {
		meters.forEach((name) -> this.meters.put(name, toNanos(buckets)));
		others.forEach((name, own) -> this.meters.put(name, toNanos(own)));
	}

	private static double[] toNanos(List<Duration> buckets) {
		return buckets.stream().mapToDouble(Duration::toNanos).sorted().distinct().toArray();
	}

	@Override
	public @Nullable DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
		boolean configured = config.getServiceLevelObjectiveBoundaries() != null
				|| config.isPercentileHistogram() != null;
		double[] nanos = this.meters.get(id.getName());
		if (id.getType() != Meter.Type.TIMER || configured || nanos == null || nanos.length == 0) {
			return config;
		}
		return DistributionStatisticConfig.builder().serviceLevelObjectives(nanos).build().merge(config);
	}

}
