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

package io.sightline.slo.autoconfigure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.sightline.slo.BudgetStatus;
import io.sightline.slo.Objective;
import io.sightline.slo.SloStatus;
import io.sightline.slo.SloWindows;
import io.sightline.slo.TierStatus;
import io.sightline.slo.WindowStatus;
import org.jspecify.annotations.Nullable;

/**
 * An objective as JSON says it. Every key is always there; what is not known is null.
 */
final class SloReport {

	private static final MathContext PRECISION = new MathContext(9);

	private SloReport() {
	}

	static Map<String, Object> of(SloStatus status) {
		Objective objective = status.objective();
		Duration threshold = objective.threshold();
		Map<String, Object> report = new LinkedHashMap<>();
		report.put("name", objective.name());
		report.put("type", name(objective.type()));
		report.put("target", objective.target());
		report.put("window", SloWindows.label(objective.period()));
		put(report, "threshold_ms", (threshold != null) ? threshold.toMillis() : null);
		report.put("min_bad_events", objective.minBadEvents());
		report.put("state", status.state().name());
		BigDecimal errorRatio = status.period().count().errorRatio();
		put(report, "sli", (errorRatio != null) ? plain(BigDecimal.ONE.subtract(errorRatio)) : null);
		put(report, "error_ratio", plain(errorRatio));
		report.put("partial", status.budget().isPartial());
		put(report, "coverage", plain(status.budget().coverage()));
		report.put("budget", budget(objective, status.budget()));
		report.put("windows", status.windows().stream().map(SloReport::window).toList());
		report.put("alerts", status.tiers().stream().map(SloReport::tier).toList());
		return report;
	}

	private static Map<String, Object> budget(Objective objective, BudgetStatus budget) {
		Duration exhaustion = budget.timeToExhaustion();
		Map<String, Object> report = new LinkedHashMap<>();
		put(report, "ratio", objective.budget());
		put(report, "remaining_ratio", plain(budget.remaining()));
		put(report, "remaining_ratio_by_coverage", plain(budget.remainingByCoverage()));
		put(report, "remaining_events", plain(budget.remainingEvents()));
		put(report, "time_to_exhaustion_seconds", (exhaustion != null) ? exhaustion.toSeconds() : null);
		return report;
	}

	private static Map<String, Object> window(WindowStatus window) {
		Map<String, Object> report = new LinkedHashMap<>();
		report.put("window", SloWindows.label(window.window()));
		report.put("good", window.count().good());
		report.put("bad", window.count().bad());
		put(report, "error_ratio", plain(window.count().errorRatio()));
		put(report, "burn_rate", plain(window.burnRate()));
		put(report, "coverage", plain(window.coverage()));
		return report;
	}

	private static Map<String, Object> tier(TierStatus tier) {
		Map<String, Object> report = new LinkedHashMap<>();
		report.put("name", tier.tier().alert());
		report.put("tier", name(tier.tier()));
		report.put("severity", tier.tier().severity());
		report.put("factor", tier.factor());
		report.put("long_window", SloWindows.label(tier.tier().longWindow()));
		report.put("short_window", SloWindows.label(tier.tier().shortWindow()));
		report.put("reachable", tier.reachable());
		report.put("firing", tier.firing());
		return report;
	}

	private static String name(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Without an exponent, which some readers of JSON do not know.
	 */
	private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
		if (value == null) {
			return null;
		}
		BigDecimal rounded = value.round(PRECISION).stripTrailingZeros();
		return (rounded.scale() < 0) ? rounded.setScale(0) : rounded;
	}

	@SuppressWarnings("NullAway") // A map of JSON holds null.
	private static void put(Map<String, Object> report, String key, @Nullable Object value) {
		report.put(key, value);
	}

}
