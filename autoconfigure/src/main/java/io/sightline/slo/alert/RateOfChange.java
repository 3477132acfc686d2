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
import java.util.function.LongSupplier;

/**
 * How much a counter grows in a second, from one look to the next.
 */
final class RateOfChange {

	private static final double SECOND = Duration.ofSeconds(1).toNanos();

	private final LongSupplier clock;

	private double last = Double.NaN;

	private long lastNanos;

	RateOfChange(LongSupplier clock) {
		this.clock = clock;
	}

	/**
	 * The rate since the last look; not a number on the first.
	 */
	double next(double value) {
		long now = this.clock.getAsLong();
		// A counter that is lower than before has started again.
		double increase = (value < this.last) ? value : value - this.last;
		double rate = increase / ((now - this.lastNanos) / SECOND);
		this.last = value;
		this.lastNanos = now;
		return rate;
	}

}
