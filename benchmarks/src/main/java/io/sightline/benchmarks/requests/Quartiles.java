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

package io.sightline.benchmarks.requests;

import java.util.List;
import java.util.Locale;

/**
 * The middle of some figures, and the middles of its halves.
 *
 * @param lower a quarter is below it
 * @param median half is below it
 * @param upper three quarters are below it
 */
record Quartiles(double lower, double median, double upper) {

	static Quartiles of(List<Double> figures) {
		if (figures.isEmpty()) {
			throw new IllegalArgumentException("no figures");
		}
		List<Double> sorted = figures.stream().sorted().toList();
		return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
	}

	private static double at(List<Double> sorted, double share) {
		double position = share * (sorted.size() - 1);
		int below = (int) position;
		double next = sorted.get(Math.min(below + 1, sorted.size() - 1));
		return sorted.get(below) + (position - below) * (next - sorted.get(below));
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", this.median, this.lower, this.upper);
	}

}
