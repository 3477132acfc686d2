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

package io.sightline.console.slo;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What an instance says about an objective, as {@code /actuator/slo} has it.
 *
 * @param name the objective
 * @param type availability or latency
 * @param target the promised share of good events, in percent
 * @param window the period, such as 30d
 * @param thresholdMs what is good at most, of a latency
 * @param state how it does
 * @param sli the share of good events
 * @param errorRatio the share of bad events
 * @param partial whether not all of the period was seen
 * @param coverage the share of the period that was seen
 * @param budget what is left
 * @param windows the events of each window, the shortest first
 * @param alerts the tiers, the fastest first
 */
record SloReport(String name, String type, @Nullable BigDecimal target, String window, @Nullable Long thresholdMs,
		String state, @Nullable BigDecimal sli, @Nullable BigDecimal errorRatio, @Nullable Boolean partial,
		@Nullable BigDecimal coverage, Budget budget, List<Window> windows, List<Tier> alerts) {

	private static final int MAX = 20;

	SloReport {
		windows = named(windows, Window::window);
		alerts = named(alerts, Tier::name);
	}

	private static <T> List<T> named(@Nullable List<T> all, Function<T, @Nullable String> name) {
		return (all != null) ? all.stream().filter((one) -> one != null && name.apply(one) != null).limit(MAX).toList()
				: List.of();
	}

	boolean hasAll() {
		return this.name != null && this.type != null && this.window != null && this.state != null
				&& this.budget != null;
	}

	/**
	 * What is left.
	 *
	 * @param ratio the share of events that may be bad
	 * @param remainingRatio the share that is left if the period goes on as observed
	 * @param remainingRatioByCoverage the share of a whole period's budget that is left
	 * @param remainingEvents the events that may still be bad
	 * @param timeToExhaustionSeconds when nothing is left if the last hour goes on
	 */
	record Budget(@Nullable BigDecimal ratio, @Nullable BigDecimal remainingRatio,
			@Nullable BigDecimal remainingRatioByCoverage, @Nullable BigDecimal remainingEvents,
			@Nullable Long timeToExhaustionSeconds) {
	}

	/**
	 * The events of a window.
	 *
	 * @param window how long it is
	 * @param good good events
	 * @param bad bad events
	 * @param errorRatio the share of bad events
	 * @param burnRate how many times faster than allowed the budget burns
	 * @param coverage the share of the window that was seen
	 */
	record Window(String window, @Nullable Long good, @Nullable Long bad, @Nullable BigDecimal errorRatio,
			@Nullable BigDecimal burnRate, @Nullable BigDecimal coverage) {
	}

	/**
	 * A tier of alerts.
	 *
	 * @param name the alert
	 * @param tier the tier
	 * @param severity how bad it is
	 * @param factor the burn rate above which it fires
	 * @param longWindow the window that says that it matters
	 * @param shortWindow the window that says that it still goes on
	 * @param reachable whether it can fire at all
	 * @param firing whether it does
	 */
	record Tier(String name, @Nullable String tier, @Nullable String severity, @Nullable BigDecimal factor,
			@Nullable String longWindow, @Nullable String shortWindow, @Nullable Boolean reachable,
			@Nullable Boolean firing) {
	}

}
