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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Series that are looked at as one.
 *
 * @param labels what they have in common
 * @param members the series with their values
 */
record SeriesGroup(Map<String, String> labels, List<Member> members) {

	SeriesGroup(Map<String, String> labels) {
		this(labels, new ArrayList<>());
	}

	/**
	 * Return a figure for a part of the period.
	 * @param stat which figure
	 * @param from the first slot
	 * @param to the slot after the last
	 * @param seconds how long that is
	 * @return the figure; not a number if it is not known
	 */
	double figure(Stat stat, int from, int to, double seconds) {
		if (stat.isQuantile()) {
			return buckets(from, to).quantile(stat.quantile());
		}
		return switch (stat) {
			case RATE -> count(from, to) / seconds;
			case SUM -> growth("sum", from, to) / seconds;
			case MEAN ->
				isDistribution() ? quotient(growth("sum", from, to), growth("count", from, to)) : gauge(stat, to - 1);
			default -> gauge(stat, to - 1);
		};
	}

	private static double quotient(double sum, double count) {
		return (count > 0) ? sum / count : Double.NaN;
	}

	private boolean isDistribution() {
		return this.members.stream().anyMatch((member) -> !member.series().kind().equals("GAUGE"));
	}

	/**
	 * Return what a gauge said last.
	 * @param stat which figure of the series
	 * @param slots how many slots to look at
	 * @return the figure; not a number if it said nothing
	 */
	double last(Stat stat, int slots) {
		for (int slot = slots - 1; slot >= 0; slot--) {
			double value = gauge(stat, slot);
			if (!Double.isNaN(value)) {
				return value;
			}
		}
		return Double.NaN;
	}

	/**
	 * Return how often something was counted.
	 * @param from the first slot
	 * @param to the slot after the last
	 * @return the number; not a number if it is not known
	 */
	double count(int from, int to) {
		boolean counter = this.members.stream().anyMatch((member) -> member.series().kind().equals("COUNTER"));
		return growth(counter ? "" : "count", from, to);
	}

	private double growth(String part, int from, int to) {
		double sum = Double.NaN;
		for (Member member : this.members) {
			if (part.isEmpty() || member.series().is(part)) {
				sum = Levels.plus(sum, member.levels().growth(from, to));
			}
		}
		return sum;
	}

	Buckets buckets(int from, int to) {
		Buckets buckets = new Buckets();
		for (Member member : this.members) {
			if (member.series().is("bucket")) {
				buckets.add(member.series().bound(), member.levels().growth(from, to));
			}
		}
		return buckets;
	}

	private double gauge(Stat stat, int slot) {
		double[] known = this.members.stream()
			.mapToDouble((member) -> member.levels().value(slot))
			.filter((value) -> !Double.isNaN(value))
			.toArray();
		if (known.length == 0) {
			return Double.NaN;
		}
		java.util.DoubleSummaryStatistics all = java.util.Arrays.stream(known).summaryStatistics();
		return switch (stat) {
			case MAX -> all.getMax();
			case MIN -> all.getMin();
			case MEAN -> all.getAverage();
			default -> all.getSum();
		};
	}

	/**
	 * One of the series.
	 *
	 * @param series what it is
	 * @param levels its values
	 */
	record Member(KnownSeries series, Levels levels) {
	}

}
