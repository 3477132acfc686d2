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

package io.sightline.console.canary;

import org.jspecify.annotations.Nullable;

/**
 * Compares two shares, as docs/canary.md has it.
 *
 * @param share the first share
 * @param otherShare the second
 * @param difference by how much the first is larger
 * @param low where the interval begins in which the true difference is, 95 times of a
 * hundred
 * @param high where it ends
 * @param z how many standard errors the difference is; nothing if there is none of what
 * is counted
 * @param p how often a difference at least as large would be an accident, if both were
 * the same
 */
record Proportions(double share, double otherShare, double difference, double low, double high, @Nullable Double z,
		@Nullable Double p) {

	private static final double INTERVAL = 1.96;

	static @Nullable Proportions of(double part, double whole, double otherPart, double otherWhole) {
		if (whole <= 0 || otherWhole <= 0) {
			return null;
		}
		double p1 = part / whole;
		double p2 = otherPart / otherWhole;
		double pooled = (part + otherPart) / (whole + otherWhole);
		double error = Math.sqrt(pooled * (1 - pooled) * (1 / whole + 1 / otherWhole));
		double margin = INTERVAL * Math.sqrt(variance(part, whole) + variance(otherPart, otherWhole));
		Double z = (error > 0) ? (Double) ((p1 - p2) / error) : null;
		return new Proportions(p1, p2, p1 - p2, p1 - p2 - margin, p1 - p2 + margin, z,
				(z != null) ? (Double) above(z) : null);
	}

	/**
	 * With one of each kind more, after Agresti and Caffo: a share of which nothing was
	 * seen is not known to be nothing.
	 */
	private static double variance(double part, double whole) {
		double share = (part + 1) / (whole + 2);
		return share * (1 - share) / (whole + 2);
	}

	/**
	 * Return how much of the normal distribution is above a value.
	 * @param z the value
	 * @return the share, to six digits
	 */
	static double above(double z) {
		// Abramowitz and Stegun, 26.2.17.
		double t = 1 / (1 + 0.2316419 * Math.abs(z));
		double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
		double tail = density * t
				* (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
		return (z >= 0) ? tail : 1 - tail;
	}

}
