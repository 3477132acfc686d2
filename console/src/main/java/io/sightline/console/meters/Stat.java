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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.sightline.console.api.BadFieldException;

/**
 * What is made of the values of a meter.
 */
enum Stat {

	/** The values of all series, added up. */
	VALUE("GAUGE"),
	/** Their mean; of a distribution, the mean of what it counts. */
	MEAN("GAUGE HISTOGRAM SUMMARY"),
	/** The largest of them. */
	MAX("GAUGE"),
	/** The smallest of them. */
	MIN("GAUGE"),
	/** By how much they grow in a second. */
	RATE("COUNTER HISTOGRAM SUMMARY"),
	/** By how much what a distribution adds up grows in a second. */
	SUM("HISTOGRAM SUMMARY"),
	/** The median. */
	P50("HISTOGRAM"),
	/** The 90th percentile. */
	P90("HISTOGRAM"),
	/** The 95th percentile. */
	P95("HISTOGRAM"),
	/** The 99th percentile. */
	P99("HISTOGRAM");

	private final List<String> kinds;

	Stat(String kinds) {
		this.kinds = List.of(kinds.split(" "));
	}

	static List<Stat> of(String kind, List<String> asked) {
		if (asked.isEmpty()) {
			return List.of(usual(kind));
		}
		return asked.stream().distinct().map((text) -> of(kind, text)).toList();
	}

	private static Stat of(String kind, String text) {
		return Arrays.stream(values())
			.filter((stat) -> stat.text().equals(text) && stat.kinds.contains(kind))
			.findFirst()
			.orElseThrow(() -> new BadFieldException("stat", "is to be one of "
					+ Arrays.stream(values()).filter((stat) -> stat.kinds.contains(kind)).map(Stat::text).toList()
					+ " for a " + kind.toLowerCase(Locale.ROOT)));
	}

	private static Stat usual(String kind) {
		return switch (kind) {
			case "COUNTER" -> RATE;
			case "HISTOGRAM" -> P95;
			case "SUMMARY" -> MEAN;
			default -> VALUE;
		};
	}

	String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean isQuantile() {
		return name().startsWith("P");
	}

	double quantile() {
		return Integer.parseInt(name().substring(1)) / 100.0;
	}

}
