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

/**
 * How many series there may be.
 *
 * @param meterNames the number of names of meters
 * @param meter the limits of a meter that has none of its own
 * @param meters the limits of single meters, by name
 */
public record CardinalityLimits(int meterNames, MeterLimits meter, Map<String, MeterLimits> meters) {

	/**
	 * The limits that apply unless others are asked for.
	 */
	public static final CardinalityLimits DEFAULTS = new CardinalityLimits(2000, new MeterLimits(100, 1000), Map.of());

	public CardinalityLimits {
		require("meterNames", meterNames);
		meters = Map.copyOf(meters);
	}

	MeterLimits of(String name) {
		return this.meters.getOrDefault(name, this.meter);
	}

	private static void require(String name, int limit) {
		if (limit < 1) {
			throw new IllegalArgumentException(name + " must be at least 1, but is " + limit);
		}
	}

	/**
	 * The limits of a meter.
	 *
	 * @param valuesPerTag the number of values of each of its tags
	 * @param series the number of its series
	 */
	public record MeterLimits(int valuesPerTag, int series) {

		public MeterLimits {
			require("valuesPerTag", valuesPerTag);
			require("series", series);
		}

	}

}
