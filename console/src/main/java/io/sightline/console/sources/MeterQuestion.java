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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.sightline.console.api.BadFieldException;

/**
 * What to ask Prometheus about a meter. The query is made here, from names and values;
 * clients never send any.
 *
 * @param meter the name of the meter, as Prometheus has it
 * @param labels labels with the values that they must have
 * @param function what to make of it
 * @param since how far to look back
 * @param step how far the points are apart
 */
record MeterQuestion(String meter, Map<String, String> labels, Function function, Duration since, Duration step) {

	static final Pattern METER = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]{0,199}");

	private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{0,99}");

	private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);

	/**
	 * Read labels.
	 * @param texts labels, each as {@code name=value}
	 * @return names and values
	 */
	static Map<String, String> labels(List<String> texts) {
		Map<String, String> labels = new TreeMap<>();
		for (String text : texts) {
			int sign = text.indexOf('=');
			if (sign < 0 || !LABEL.matcher(text.substring(0, sign)).matches() || text.startsWith("__name__=")) {
				throw new BadFieldException("label", "is to be the name of a label, =, and a value");
			}
			labels.put(text.substring(0, sign), text.substring(sign + 1));
		}
		return labels;
	}

	/**
	 * Return the question in Prometheus' language.
	 * @return a query
	 */
	String query() {
		Duration window = this.step.multipliedBy(4);
		String range = "[" + ((window.compareTo(SHORTEST_WINDOW) < 0) ? SHORTEST_WINDOW : window).toSeconds() + "s]";
		String selector = this.labels.entrySet()
			.stream()
			.map((label) -> label.getKey() + "=\"" + escape(label.getValue()) + "\"")
			.collect(Collectors.joining(",", "{", "}"));
		return switch (this.function) {
			case VALUE -> this.meter + selector;
			case RATE -> "rate(" + this.meter + selector + range + ")";
			default -> "histogram_quantile(" + this.function.quantile + ", sum by (le) (rate(" + this.meter + "_bucket"
					+ selector + range + ")))";
		};
	}

	private static String escape(String value) {
		return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
	}

	/**
	 * What to make of a meter.
	 */
	enum Function {

		/** Its value. */
		VALUE(0),
		/** How fast it grows, a second. */
		RATE(0),
		/** The median of a histogram. */
		P50(0.5),
		/** The 95th percentile of a histogram. */
		P95(0.95),
		/** The 99th percentile of a histogram. */
		P99(0.99);

		private final double quantile;

		Function(double quantile) {
			this.quantile = quantile;
		}

	}

}
