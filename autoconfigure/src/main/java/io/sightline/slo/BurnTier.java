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
import java.math.MathContext;
import java.time.Duration;

/**
 * How fast a budget burns before somebody is told. A tier fires when both its windows
 * burn faster than its factor: the long one says that it matters, the short one that it
 * still goes on.
 */
public enum BurnTier {

	/**
	 * 2 % of the budget within an hour.
	 */
	FAST("SloFastBurn", "0.02", Duration.ofHours(1), Duration.ofMinutes(5), "critical"),

	/**
	 * 5 % of the budget within six hours.
	 */
	MEDIUM("SloMediumBurn", "0.05", Duration.ofHours(6), Duration.ofMinutes(30), "critical"),

	/**
	 * 10 % of the budget within a day.
	 */
	SLOW("SloSlowBurn", "0.10", Duration.ofDays(1), Duration.ofHours(2), "warning"),

	/**
	 * 10 % of the budget within three days.
	 */
	TRICKLE("SloTrickleBurn", "0.10", Duration.ofDays(3), Duration.ofHours(6), "warning");

	private final String alert;

	private final BigDecimal share;

	private final Duration longWindow;

	private final Duration shortWindow;

	private final String severity;

	BurnTier(String alert, String share, Duration longWindow, Duration shortWindow, String severity) {
		this.alert = alert;
		this.share = new BigDecimal(share);
		this.longWindow = longWindow;
		this.shortWindow = shortWindow;
		this.severity = severity;
	}

	/**
	 * The name of the alert.
	 * @return the name
	 */
	public String alert() {
		return this.alert;
	}

	/**
	 * The share of the budget that burns in the long window at the tier's factor.
	 * @return the share
	 */
	public BigDecimal share() {
		return this.share;
	}

	/**
	 * The window that says that it matters.
	 * @return its length
	 */
	public Duration longWindow() {
		return this.longWindow;
	}

	/**
	 * The window that says that it still goes on.
	 * @return its length
	 */
	public Duration shortWindow() {
		return this.shortWindow;
	}

	/**
	 * How urgent it is.
	 * @return {@code critical} or {@code warning}
	 */
	public String severity() {
		return this.severity;
	}

	/**
	 * Whether the tier makes sense for an objective.
	 * @param objective the objective
	 * @return {@code false} if the long window is longer than the objective's period
	 */
	public boolean appliesTo(Objective objective) {
		return this.longWindow.compareTo(objective.period()) <= 0;
	}

	/**
	 * The burn rate above which the tier fires.
	 * @param objective the objective
	 * @return the factor, never below 1: slower than that, the budget lasts
	 */
	public BigDecimal factor(Objective objective) {
		BigDecimal factor = seconds(objective.period()).multiply(this.share)
			.divide(seconds(this.longWindow), MathContext.DECIMAL64);
		return factor.max(BigDecimal.ONE).stripTrailingZeros();
	}

	/**
	 * Whether the tier can fire at all.
	 * @param objective the objective
	 * @return {@code false} if not even an outage burns that fast
	 */
	public boolean isReachable(Objective objective) {
		return exceeds(objective, 1, 1);
	}

	/**
	 * Whether events burn faster than the factor, exactly and strictly.
	 * @param objective the objective
	 * @param bad the bad events
	 * @param total all events
	 * @return {@code true} if they burn faster
	 */
	boolean exceeds(Objective objective, long bad, long total) {
		BigDecimal spent = BigDecimal.valueOf(bad).multiply(seconds(this.longWindow));
		BigDecimal paced = this.share.multiply(seconds(objective.period())).max(seconds(this.longWindow));
		return spent.compareTo(paced.multiply(objective.budget()).multiply(BigDecimal.valueOf(total))) > 0;
	}

	private static BigDecimal seconds(Duration duration) {
		return BigDecimal.valueOf(duration.toSeconds());
	}

}
