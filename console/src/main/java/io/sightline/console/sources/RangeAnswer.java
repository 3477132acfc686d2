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

package io.sightline.console.sources;

import java.util.List;
import java.util.Map;

/**
 * A meter over time, as Prometheus has it.
 *
 * @param query what Prometheus was asked
 * @param stepSeconds how far points are apart
 * @param series the meter with each combination of labels
 * @param truncated whether there are more than are told
 */
record RangeAnswer(String query, long stepSeconds, List<Series> series, boolean truncated) {

	/**
	 * A meter with certain labels.
	 *
	 * @param labels the labels
	 * @param points values, oldest first; those that are no numbers are left out
	 */
	record Series(Map<String, String> labels, List<Value> points) {
	}

	/**
	 * A value.
	 *
	 * @param timeUs when, in microseconds since the epoch
	 * @param value the value
	 */
	record Value(long timeUs, double value) {
	}

}
