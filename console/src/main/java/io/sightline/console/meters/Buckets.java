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

package io.sightline.console.meters;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many values are up to each bound.
 */
final class Buckets {

	private final TreeMap<Double, Double> upTo = new TreeMap<>();

	void add(double bound, double count) {
		if (!Double.isNaN(count) && !Double.isNaN(bound)) {
			this.upTo.merge(bound, count, Double::sum);
		}
	}

	double count() {
		return this.upTo.isEmpty() ? 0 : this.upTo.lastEntry().getValue();
	}

	/**
	 * Return how many values are up to a bound.
	 * @param bound the bound
	 * @return their number; not a number if there is no such bound
	 */
	double upTo(double bound) {
		return this.upTo.getOrDefault(bound, Double.NaN);
	}

	/**
	 * Estimate a quantile, as if values were spread evenly between two bounds.
	 * @param q the quantile, from 0 to 1
	 * @return the estimate; not a number without values
	 */
	double quantile(double q) {
		double rank = q * count();
		if (this.upTo.isEmpty() || count() <= 0) {
			return Double.NaN;
		}
		double below = 0;
		double lower = 0;
		for (Map.Entry<Double, Double> bucket : this.upTo.entrySet()) {
			double inside = bucket.getValue() - below;
			if (bucket.getValue() >= rank && inside > 0) {
				return bucket.getKey().isInfinite() ? lower
						: lower + (bucket.getKey() - lower) * (rank - below) / inside;
			}
			below = Math.max(below, bucket.getValue());
			lower = bucket.getKey();
		}
		return lower;
	}

}
