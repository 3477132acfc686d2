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

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The values of a meter over time.
 *
 * @param name the meter
 * @param kind gauge, counter, histogram or summary
 * @param slotSeconds how long each part of the period is
 * @param timesUs when the parts end, in microseconds since the epoch
 * @param tags the tags that the meter has
 * @param lines the values
 * @param left how many lines more there are
 * @param partial whether the meter has more series than are looked at
 */
record MeterAnswer(String name, String kind, double slotSeconds, List<Long> timesUs, List<String> tags,
		List<Line> lines, int left, boolean partial) {

	/**
	 * A line of a plot.
	 *
	 * @param stat what it tells
	 * @param labels whom it is about
	 * @param whole the figure for the whole period, of a gauge the latest
	 * @param values the figure at each of the times, nothing where it is not known
	 */
	record Line(String stat, Map<String, String> labels, @Nullable Double whole, List<@Nullable Double> values) {
	}

}
