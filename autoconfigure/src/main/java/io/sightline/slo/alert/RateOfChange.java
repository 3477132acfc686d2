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

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.Meter;
import org.jspecify.annotations.Nullable;

/**
 * How much counters grow in a second, from one look to the next. One that is gone does
 * not grow; a new one has grown from zero.
 */
final class RateOfChange {

	private static final double SECOND = Duration.ofSeconds(1).toNanos();

	private final LongSupplier clock;

	private @Nullable Map<Meter.Id, Double> last;

	private long lastNanos;

	RateOfChange(LongSupplier clock) {
		this.clock = clock;
	}

	/**
	 * The rate since the last look; not a number on the first.
	 */
	double next(Map<Meter.Id, Double> values) {
		Map<Meter.Id, Double> before = this.last;
		long now = this.clock.getAsLong();
		double seconds = (now - this.lastNanos) / SECOND;
		this.last = Map.copyOf(values);
		this.lastNanos = now;
		if (before == null) {
			return Double.NaN;
		}
		return values.entrySet()
			.stream()
			.mapToDouble((entry) -> increase(entry.getValue(), before.getOrDefault(entry.getKey(), 0.0)))
			.sum() / seconds;
	}

	/**
	 * A counter that is lower than before has started again.
	 */
	private static double increase(double now, double before) {
		return (now < before) ? now : now - before;
	}

}
