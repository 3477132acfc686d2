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

package io.sightline.slo.alert;

import java.util.Collection;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Statistic;

/**
 * What is looked at of meters.
 */
enum MeterStatistic {

	/**
	 * The value of gauges, the count of counters and timers.
	 */
	VALUE(Statistic.VALUE, Statistic.COUNT),

	/**
	 * The growth of a count in a second.
	 */
	RATE(Statistic.COUNT),

	/**
	 * The number of events.
	 */
	COUNT(Statistic.COUNT),

	/**
	 * The mean of timers, in seconds, and of summaries.
	 */
	MEAN(Statistic.TOTAL, Statistic.TOTAL_TIME),

	/**
	 * The greatest of timers, in seconds, and of summaries.
	 */
	MAX(Statistic.MAX);

	private final Set<Statistic> statistics;

	MeterStatistic(Statistic... statistics) {
		this.statistics = Set.of(statistics);
	}

	double of(Collection<Meter> meters) {
		DoubleStream values = values(meters, this.statistics);
		return switch (this) {
			case MAX -> values.max().orElse(Double.NaN);
			case MEAN -> values.sum() / values(meters, Set.of(Statistic.COUNT)).sum();
			default -> values.sum();
		};
	}

	private static DoubleStream values(Collection<Meter> meters, Set<Statistic> statistics) {
		return meters.stream()
			.flatMap((meter) -> StreamSupport.stream(meter.measure().spliterator(), false))
			.filter((measurement) -> statistics.contains(measurement.getStatistic()))
			.mapToDouble(Measurement::getValue);
	}

}
