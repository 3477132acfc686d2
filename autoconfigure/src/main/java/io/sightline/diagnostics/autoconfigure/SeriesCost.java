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

package io.sightline.diagnostics.autoconfigure;

import java.util.List;
import java.util.Map;

import io.sightline.metrics.cardinality.CardinalityLimit;
import io.sightline.metrics.cardinality.MeterCost;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * What the series of all meters take, by their names and tags.
 */
final class SeriesCost {

	/**
	 * Of a tag: its name, a value, and what is around them.
	 */
	private static final int TAG_BYTES = 24;

	/**
	 * Of a number with its line feed.
	 */
	private static final int VALUE_BYTES = 12;

	private final ObjectProvider<CardinalityLimit> limits;

	SeriesCost(ObjectProvider<CardinalityLimit> limits) {
		this.limits = limits;
	}

	/**
	 * How many there are, and how many bytes they have each time they are read.
	 * @return {@code null} if nobody knows
	 */
	@Nullable Map<String, Long> read() {
		CardinalityLimit limit = this.limits.getIfUnique();
		if (limit == null) {
			return null;
		}
		List<MeterCost> costs = limit.costs();
		return Map.of("series", costs.stream().mapToLong(MeterCost::series).sum(), "bytes",
				costs.stream().mapToLong(SeriesCost::bytes).sum());
	}

	private static long bytes(MeterCost cost) {
		return (long) cost.series() * (cost.meter().length() + (long) TAG_BYTES * cost.tags().size() + VALUE_BYTES);
	}

}
