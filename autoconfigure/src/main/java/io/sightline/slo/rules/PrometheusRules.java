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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.sightline.slo.BurnTier;
import io.sightline.slo.Objective;

/**
 * Makes the rule file of an application.
 */
public final class PrometheusRules {

	private PrometheusRules() {
	}

	/**
	 * The rules of an application and its objectives.
	 * @param objectives the objectives
	 * @param settings what else the rules need to know
	 * @return the file
	 */
	public static RuleFile of(Collection<Objective> objectives, RuleSettings settings) {
		List<RuleGroup> groups = new ArrayList<>();
		objectives.forEach((objective) -> groups.add(new ObjectiveRules(objective, settings).group()));
		groups.add(new RuleGroup("application-" + settings.application(),
				ApplicationAlerts.ALL.stream()
					.filter((alert) -> alert.isWanted(settings))
					.map((alert) -> alert.rule(settings))
					.toList()));
		return new RuleFile(groups);
	}

	/**
	 * The names of all alerts there are, made only when asked for or not.
	 * @return the names
	 */
	public static List<String> alerts() {
		return Stream
			.of(Stream.of(BurnTier.values()).map(BurnTier::alert),
					Stream.of(ObjectiveRules.EXHAUSTION, ObjectiveRules.MISSING),
					ApplicationAlerts.ALL.stream().map(ApplicationAlert::name))
			.flatMap((names) -> names)
			.toList();
	}

	/**
	 * The names of the alerts that are made only when asked for.
	 * @return the names
	 */
	public static List<String> optionalAlerts() {
		return ApplicationAlerts.ALL.stream().filter(ApplicationAlert::optional).map(ApplicationAlert::name).toList();
	}

}
