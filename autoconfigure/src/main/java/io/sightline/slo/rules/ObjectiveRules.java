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

package io.sightline.slo.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.sightline.slo.BurnTier;
import io.sightline.slo.Objective;
import io.sightline.slo.SloWindows;

/**
 * The rules of one objective. Error ratios are of events, not of averages, and a time
 * without events has none.
 */
final class ObjectiveRules {

	static final String EXHAUSTION = "SloBudgetExhaustionPredicted";

	static final String MISSING = "SloSeriesMissing";

	private static final String RATIO = "slo:error_ratio:rate";

	private static final String REMAINING = "slo:error_budget_remaining:ratio";

	private static final String LEFT = "slo:time_to_exhaustion:seconds";

	private static final String COVERAGE = "slo:coverage:ratio";

	private static final String LABELS = "by (application, environment, slo) ";

	private static final String BY = "sum " + LABELS;

	/**
	 * Into how many parts a window is cut to see how much of it is covered.
	 */
	private static final int PARTS = 120;

	private final Objective objective;

	private final RuleSettings settings;

	private final String selector;

	ObjectiveRules(Objective objective, RuleSettings settings) {
		this.objective = objective;
		this.settings = settings;
		this.selector = settings.selector() + ",slo=" + RuleSettings.literal(objective.name());
	}

	/**
	 * All in one group, which Prometheus evaluates in order: alerts look at what was
	 * recorded just now.
	 */
	RuleGroup group() {
		return new RuleGroup("slo-" + this.settings.application() + "-" + this.objective.name(),
				Stream.concat(records().stream(), alerts().stream()).toList());
	}

	private List<Rule> records() {
		List<Rule> rules = new ArrayList<>();
		for (Duration window : SloWindows.of(this.objective)) {
			rules.add(Rule.record(RATIO + SloWindows.label(window), ratio(window), Map.of()));
		}
		weighted().forEach(
				(window) -> rules.add(Rule.record(COVERAGE + SloWindows.label(window), covered(window), Map.of())));
		String budget = this.objective.budget().toPlainString();
		rules.add(Rule.record("slo:objective:ratio", "vector(" + this.objective.ratio().toPlainString() + ")",
				Map.of("application", this.settings.application(), "slo", this.objective.name())));
		rules.add(Rule.record(REMAINING,
				"1 - " + series(this.objective.period()) + " / " + budget + " * " + coverage(this.objective.period()),
				Map.of()));
		rules.add(Rule.record(LEFT, "clamp_min(%s{%s}, 0) * %d / (%s / %s > 0)".formatted(REMAINING, this.selector,
				this.objective.period().toSeconds(), series(SloWindows.REFERENCE), budget), Map.of()));
		return rules;
	}

	private String ratio(Duration window) {
		String range = "[" + SloWindows.label(window) + "]";
		return """
				%s(rate(slo_events_total{%s,result="bad"}%s))
				/ (%s(rate(slo_events_total{%s}%s)) > 0)""".formatted(BY, this.selector, range, BY, this.selector,
				range);
	}

	/**
	 * The windows whose ratio may be that of a few minutes, of a service that is new.
	 */
	private List<Duration> weighted() {
		return Stream.concat(tiers().map(BurnTier::longWindow), Stream.of(this.objective.period())).distinct().toList();
	}

	private Stream<BurnTier> tiers() {
		return Stream.of(BurnTier.values())
			.filter((tier) -> tier.appliesTo(this.objective) && tier.isReachable(this.objective));
	}

	/**
	 * The share of a window in which events were counted, by parts of it; 0 of a service
	 * that is too young for any.
	 */
	private String covered(Duration window) {
		String part = SloWindows.label(Duration.ofMinutes(Math.max(1, window.toMinutes() / PARTS)));
		String range = "[" + SloWindows.label(window) + ":" + part + "]";
		String events = "slo_events_total{" + this.selector + "}";
		return """
				(count_over_time((%s(present_over_time(%s[%s])))%s) or 0 * %s(%s))
				/ scalar(count_over_time(vector(1)%s))""".formatted(BY, events, part, range, BY, events, range);
	}

	private String coverage(Duration window) {
		return COVERAGE + SloWindows.label(window) + "{" + this.selector + "}";
	}

	private String series(Duration window) {
		return RATIO + SloWindows.label(window) + "{" + this.selector + "}";
	}

	private List<Rule> alerts() {
		List<Rule> rules = new ArrayList<>();
		tiers().forEach((tier) -> rules.add(tier(tier)));
		rules.add(exhaustion());
		rules.add(missing());
		return rules.stream().filter((rule) -> !this.settings.exclude().contains(rule.name())).toList();
	}

	private Rule tier(BurnTier tier) {
		BigDecimal factor = tier.factor(this.objective);
		String limit = factor.multiply(this.objective.budget()).stripTrailingZeros().toPlainString();
		String expression = """
				%s > %s / %s
				and %s > %s
				and %s""".formatted(series(tier.longWindow()), limit, coverage(tier.longWindow()),
				series(tier.shortWindow()), limit, enough(tier.longWindow()));
		String description = ("{{ $value | humanizePercentage }} of events were bad over the last %s, and it goes on. "
				+ "The objective allows %s %%; at this limit of %s times that the budget of %s is gone in %s.")
			.formatted(SloWindows.label(tier.longWindow()), percent(), rounded(factor),
					SloWindows.label(this.objective.period()), gone(factor));
		return alert(tier.alert(), tier.severity(), Duration.ZERO, expression, "burns its error budget", description,
				Map.of("slo_tier", tier.name().toLowerCase(Locale.ROOT)));
	}

	/**
	 * One failure among few events is no trend.
	 */
	private String enough(Duration window) {
		return "%s(increase(slo_events_total{%s,result=\"bad\"}[%s])) >= %d".formatted(BY, this.selector,
				SloWindows.label(window), this.objective.minBadEvents());
	}

	private Rule exhaustion() {
		String expression = """
				%s{%s} < 86400
				and %s > %s
				and %s""".formatted(LEFT, this.selector, series(Duration.ofMinutes(5)),
				this.objective.budget().toPlainString(), enough(SloWindows.REFERENCE));
		return alert(EXHAUSTION, "warning", Duration.ofMinutes(5), expression, "will have spent its error budget soon",
				"If the last hour goes on, the budget of %s is gone in {{ $value | humanizeDuration }}."
					.formatted(SloWindows.label(this.objective.period())),
				Map.of());
	}

	private Rule missing() {
		String events = "slo_events_total{" + this.selector + "}";
		String expression = """
				group %s(last_over_time(%s[1d])) unless group %s(%s)
				or absent_over_time(%s[1d])""".formatted(LABELS, events, LABELS, events, events);
		return alert(MISSING, "warning", Duration.ofMinutes(5), expression, "is not measured",
				"No instance exposes slo_events_total of this objective: it is down, or the objective is gone.",
				Map.of());
	}

	private Rule alert(String name, String severity, Duration pending, String expression, String summary,
			String description, Map<String, String> labels) {
		Map<String, String> all = new TreeMap<>(labels);
		all.putAll(Map.of("severity", severity, "service", this.settings.application(), "slo", this.objective.name()));
		String subject = "%s: objective %s (%s %%) %s".formatted(this.settings.application(), this.objective.name(),
				this.objective.target().toPlainString(), summary);
		return new Rule(Rule.Kind.ALERT, name, expression, pending, all,
				this.settings.annotations(name, subject, description));
	}

	private String percent() {
		return this.objective.budget().movePointRight(2).stripTrailingZeros().toPlainString();
	}

	private static String rounded(BigDecimal factor) {
		return factor.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
	}

	private String gone(BigDecimal factor) {
		BigDecimal hours = BigDecimal.valueOf(this.objective.period().toHours()).divide(factor, MathContext.DECIMAL64);
		return hours.setScale(0, RoundingMode.HALF_UP).toPlainString() + " hours";
	}

}
