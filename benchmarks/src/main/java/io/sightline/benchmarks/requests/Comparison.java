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

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * All rounds, as ratios to the plain service within a round.
 */
final class Comparison {

	private final List<Map<Variant, Window>> rounds = new ArrayList<>();

	void add(Map<Variant, Window> round) {
		this.rounds.add(new EnumMap<>(round));
	}

	/**
	 * The last round, a line a service.
	 */
	String lastRound() {
		Map<Variant, Window> round = this.rounds.get(this.rounds.size() - 1);
		StringBuilder lines = new StringBuilder();
		round.forEach((variant, window) -> lines.append(String.format(Locale.ROOT,
				"  %-9s CPU %.3f ms a request (× %.2f), threads of requests %.3f ms (× %.2f), %.0f requests/s%n",
				variant.id(), window.cpuMillis(), ratio(round, variant, Window::cpuMillis),
				window.requestThreadMillis(), ratio(round, variant, Window::requestThreadMillis),
				window.requestsPerSecond())));
		return lines.toString();
	}

	/**
	 * A table of all rounds: medians, ratios with quartiles.
	 */
	String table() {
		StringBuilder table = new StringBuilder(String.format("| | CPU ÷ plain | threads of requests ÷ plain "
				+ "| CPU ms a request | threads of requests ms a request | requests/s |%n|---|---|---|---|---|---|%n"));
		for (Variant variant : this.rounds.get(0).keySet()) {
			table.append(String.format(Locale.ROOT, "| %s | %s | %s | %.3f | %.3f | %.0f |%n", variant.id(),
					ratios(variant, Window::cpuMillis), ratios(variant, Window::requestThreadMillis),
					median(variant, Window::cpuMillis), median(variant, Window::requestThreadMillis),
					median(variant, Window::requestsPerSecond)));
		}
		return table.toString();
	}

	Quartiles ratios(Variant variant, ToDoubleFunction<Window> figure) {
		return Quartiles.of(this.rounds.stream().map((round) -> ratio(round, variant, figure)).toList());
	}

	private double median(Variant variant, ToDoubleFunction<Window> figure) {
		return Quartiles.of(this.rounds.stream().map((round) -> figure.applyAsDouble(window(round, variant))).toList())
			.median();
	}

	private static double ratio(Map<Variant, Window> round, Variant variant, ToDoubleFunction<Window> figure) {
		return figure.applyAsDouble(window(round, variant)) / figure.applyAsDouble(window(round, Variant.PLAIN));
	}

	private static Window window(Map<Variant, Window> round, Variant variant) {
		return Objects.requireNonNull(round.get(variant), variant::id);
	}

}
