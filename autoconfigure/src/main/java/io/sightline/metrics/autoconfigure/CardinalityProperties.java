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

package io.sightline.metrics.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import io.sightline.metrics.cardinality.CardinalityLimits;
import io.sightline.metrics.cardinality.CardinalityLimits.MeterLimits;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Limits to the number of series.
 *
 * @param enabled Whether the number of series is limited.
 * @param valuesPerTag Number of values of a tag of a meter, beyond which further ones are
 * recorded as "_overflow".
 * @param seriesPerMeter Number of series of a meter, beyond which values of the tag with
 * most of them are recorded as "_overflow".
 * @param meterNames Number of names of meters, beyond which further ones are added up.
 * @param meters Limits of single meters, by name: "values-per-tag" and "series".
 */
@ConfigurationProperties("sightline.metrics.cardinality")
record CardinalityProperties(@DefaultValue("true") boolean enabled, @DefaultValue("100") int valuesPerTag,
		@DefaultValue("1000") int seriesPerMeter, @DefaultValue("2000") int meterNames,
		@DefaultValue Map<String, MeterProperties> meters) {

	private static final String PREFIX = "sightline.metrics.cardinality.";

	CardinalityProperties {
		require("values-per-tag", valuesPerTag);
		require("series-per-meter", seriesPerMeter);
		require("meter-names", meterNames);
		meters.forEach((name, meter) -> {
			require("meters[" + name + "].values-per-tag", meter.valuesPerTag());
			require("meters[" + name + "].series", meter.series());
		});
	}

	private static void require(String key, @Nullable Integer limit) {
		if (limit != null && limit < 1) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + key, limit, "a limit must be at least 1");
		}
	}

	/**
	 * The limits, with those of Boot's for the URIs of single meters.
	 */
	CardinalityLimits toLimits(Map<String, Integer> uriLimits) {
		Map<String, MeterLimits> limits = new LinkedHashMap<>();
		uriLimits.forEach((name, values) -> limits.put(name, new MeterLimits(Math.max(1, values), series(values))));
		this.meters.forEach((name, meter) -> limits.put(name, meter.toLimits(this)));
		return new CardinalityLimits(this.meterNames, new MeterLimits(this.valuesPerTag, this.seriesPerMeter), limits);
	}

	private int series(int values) {
		return Math.max(this.seriesPerMeter, values);
	}

	/**
	 * Limits of one meter.
	 *
	 * @param valuesPerTag number of values of a tag
	 * @param series number of series
	 */
	record MeterProperties(@Nullable Integer valuesPerTag, @Nullable Integer series) {

		private MeterLimits toLimits(CardinalityProperties defaults) {
			return new MeterLimits((this.valuesPerTag != null) ? this.valuesPerTag : defaults.valuesPerTag(),
					(this.series != null) ? this.series : defaults.seriesPerMeter());
		}

	}

}
