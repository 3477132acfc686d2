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
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of an objective at a moment.
 */
final class SloEvaluation {

	private final Objective objective;

	private final EventHistory history;

	private final Duration observed;

	SloEvaluation(Objective objective, EventHistory history, Duration observed) {
		this.objective = objective;
		this.history = history;
		this.observed = observed;
	}

	SloStatus status() {
		List<WindowStatus> windows = SloWindows.of(this.objective).stream().map(this::window).toList();
		WindowStatus period = windows.get(windows.size() - 1);
		List<TierStatus> tiers = Stream.of(BurnTier.values())
			.filter((tier) -> tier.appliesTo(this.objective))
			.map(this::tier)
			.toList();
		BudgetStatus budget = budget(period);
		return new SloStatus(this.objective, state(period, tiers, budget), period, windows, tiers, budget);
	}

	private WindowStatus window(Duration window) {
		EventCount count = this.history.sum(window);
		return new WindowStatus(window, count, count.burnRate(this.objective.budget()), coverage(window));
	}

	private BigDecimal coverage(Duration window) {
		if (this.observed.compareTo(window) >= 0) {
			return BigDecimal.ONE;
		}
		return BigDecimal.valueOf(this.observed.toMillis())
			.divide(BigDecimal.valueOf(window.toMillis()), EventCount.PRECISION)
			.max(BigDecimal.ZERO);
	}

	private TierStatus tier(BurnTier tier) {
		EventCount longCount = this.history.sum(tier.longWindow());
		EventCount shortCount = this.history.sum(tier.shortWindow());
		boolean firing = longCount.bad() >= this.objective.minBadEvents()
				&& tier.exceeds(this.objective, longCount.bad(), longCount.total())
				&& tier.exceeds(this.objective, shortCount.bad(), shortCount.total());
		return new TierStatus(tier, tier.factor(this.objective), tier.isReachable(this.objective), firing);
	}

	private BudgetStatus budget(WindowStatus period) {
		BigDecimal spent = period.burnRate();
		BigDecimal allowed = this.objective.budget().multiply(BigDecimal.valueOf(period.count().total()));
		BigDecimal remainingEvents = allowed.subtract(BigDecimal.valueOf(period.count().bad()));
		if (spent == null) {
			return new BudgetStatus(null, null, remainingEvents, null, period.coverage());
		}
		BigDecimal byCoverage = BigDecimal.ONE.subtract(spent.multiply(period.coverage()));
		return new BudgetStatus(BigDecimal.ONE.subtract(spent), byCoverage, remainingEvents, exhaustion(byCoverage),
				period.coverage());
	}

	private @Nullable Duration exhaustion(BigDecimal remaining) {
		if (remaining.signum() <= 0) {
			return Duration.ZERO;
		}
		BigDecimal burnRate = this.history.sum(SloWindows.REFERENCE).burnRate(this.objective.budget());
		if (burnRate == null || burnRate.signum() == 0) {
			return null;
		}
		BigDecimal seconds = remaining.multiply(BigDecimal.valueOf(this.objective.period().toSeconds()))
			.divide(burnRate, EventCount.PRECISION);
		return Duration.ofSeconds(seconds.setScale(0, RoundingMode.FLOOR).longValue());
	}

	private static SloState state(WindowStatus period, List<TierStatus> tiers, BudgetStatus budget) {
		if (period.count().total() == 0) {
			return SloState.NO_DATA;
		}
		if (budget.isExhausted()) {
			return SloState.EXHAUSTED;
		}
		if (tiers.stream().anyMatch(TierStatus::firing)) {
			return SloState.BURNING;
		}
		return budget.isPartial() ? SloState.PARTIAL : SloState.OK;
	}

}
