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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.sightline.slo.ObjectiveType;
import io.sightline.slo.rules.PrometheusRules;
import io.sightline.slo.rules.RuleSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Properties of objectives.
 *
 * @param enabled Whether objectives are tracked.
 * @param objectives Objectives by name. Each has a type (availability or latency), a
 * target in percent, a window (30 days unless set), for latency a threshold, and says
 * which events it is about (match.uri, match.method, match.client, match.observation,
 * match.meter, match.wide-event, match.tags) and which of them are bad (bad.status,
 * bad.exceptions, bad.tags).
 * @param stateFile File that keeps the events of the period across restarts. Without it,
 * an instance knows what it has seen since it started.
 * @param coolDown Time during which a burn rate event of the same objective and tier is
 * not repeated.
 * @param minBadEvents Bad events in the long window of a tier below which it does not
 * fire.
 * @param rules What is made of the declaration
 */
@ConfigurationProperties("sightline.slo")
record SloProperties(@DefaultValue("true") boolean enabled, @DefaultValue Map<String, ObjectiveProperties> objectives,
		@Nullable Path stateFile, @DefaultValue("300s") Duration coolDown, @DefaultValue("2") long minBadEvents,
		@DefaultValue RulesProperties rules) {

	SloProperties {
		objectives = Map.copyOf(objectives);
	}

	RuleSettings ruleSettings(String application) {
		return new RuleSettings(application, this.rules.runbookUrl(), this.rules.include(), this.rules.exclude());
	}

	/**
	 * Properties of the rules.
	 *
	 * @param runbookUrl Address of the runbooks that alerts link to; the name of the
	 * alert and ".md" are added.
	 * @param include Alerts that are made only when asked for, by name.
	 * @param exclude Alerts that are not made, by name.
	 */
	record RulesProperties(@DefaultValue("docs/runbooks") String runbookUrl, @DefaultValue Set<String> include,
			@DefaultValue Set<String> exclude) {

		RulesProperties {
			check("include", include, PrometheusRules.optionalAlerts());
			check("exclude", exclude, PrometheusRules.alerts());
		}

		private static void check(String key, Set<String> names, List<String> known) {
			names.stream().filter((name) -> !known.contains(name)).findFirst().ifPresent((name) -> {
				throw new InvalidConfigurationPropertyValueException("sightline.slo.rules." + key, name,
						"it must be one of " + known);
			});
		}

	}

	/**
	 * Properties of one objective.
	 */
	record ObjectiveProperties(@DefaultValue("availability") ObjectiveType type, @Nullable BigDecimal target,
			@DefaultValue("30d") Duration window, @Nullable Duration threshold, @Nullable Long minBadEvents,
			@DefaultValue MatchProperties match, @DefaultValue BadProperties bad) {

	}

	/**
	 * Properties of the events that count.
	 */
	record MatchProperties(@DefaultValue Set<String> uri, @DefaultValue Set<String> method,
			@DefaultValue Set<String> client, @Nullable String observation, @Nullable String meter,
			@DefaultValue("false") boolean wideEvent, @DefaultValue Map<String, List<String>> tags) {

	}

	/**
	 * Properties of the events that are bad.
	 */
	record BadProperties(@Nullable Set<String> status, @Nullable Set<String> exceptions,
			@Nullable Map<String, List<String>> tags) {

	}

}
