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

package io.sightline.slo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A promise: that a share of the events of a period is good.
 *
 * @param name name of the objective, the value of the label {@code slo}
 * @param type what is promised
 * @param target the promised share of good events, in percent
 * @param period the time over which the promise holds
 * @param threshold the longest duration of a good event; {@code null} unless the type is
 * {@link ObjectiveType#LATENCY}
 * @param minBadEvents the bad events in a tier's long window below which it does not fire
 */
public record Objective(String name, ObjectiveType type, BigDecimal target, Duration period,
		@Nullable Duration threshold, long minBadEvents) {

	/**
	 * Names that are paths of the endpoint.
	 */
	private static final Set<String> RESERVED = Set.of("rules", "dashboard", "dashboards");

	private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}");

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final Duration SHORTEST = Duration.ofDays(1);

	private static final Duration LONGEST = Duration.ofDays(90);

	public Objective {
		check(NAME.matcher(name).matches(), name, "the name is not one.",
				"Use up to 63 letters, digits, '_', '-' and '.'.");
		check(!RESERVED.contains(name), name, "the name is a path of the endpoint.", "Choose another than " + RESERVED);
		check(target.signum() > 0, name, "a target of " + target.toPlainString() + " % promises nothing.",
				"Set a target between 0 and 100, such as 99.9.");
		check(target.compareTo(HUNDRED) < 0, name,
				"a target of " + target.toPlainString() + " % leaves no budget, so any failure exhausts it for ever.",
				"Set a target below 100, such as 99.9 or 99.99.");
		check(period.compareTo(SHORTEST) >= 0 && period.compareTo(LONGEST) <= 0, name,
				"a window of " + period + " is not between 1 and 90 days.", "Set window: 30d, 28d or 7d.");
		check((type == ObjectiveType.LATENCY) == (threshold != null), name,
				(threshold != null) ? "a threshold says nothing about availability."
						: "a latency objective needs a threshold.",
				(threshold != null) ? "Remove it, or set type: latency." : "Set threshold, such as 300ms.");
		check(threshold == null || threshold.compareTo(Duration.ZERO) > 0, name, "no event is faster than nothing.",
				"Set a threshold longer than zero.");
		check(minBadEvents >= 1, name, "a tier fires only on bad events.", "Set min-bad-events to 1 or more.");
	}

	private static void check(boolean valid, String name, String reason, String action) {
		if (!valid) {
			throw new InvalidObjectiveException(name, reason, action);
		}
	}

	/**
	 * The share of events that may be bad.
	 * @return the error budget, between 0 and 1, exactly
	 */
	public BigDecimal budget() {
		return HUNDRED.subtract(this.target).movePointLeft(2).stripTrailingZeros();
	}

	/**
	 * The share of events that must be good.
	 * @return the target, between 0 and 1, exactly
	 */
	public BigDecimal ratio() {
		return this.target.movePointLeft(2).stripTrailingZeros();
	}

}
