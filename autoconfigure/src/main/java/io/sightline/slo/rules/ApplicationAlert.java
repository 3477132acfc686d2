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

import java.time.Duration;
import java.util.Map;

/**
 * An alert that does not depend on an objective. In its expression {@code $app} stands
 * for what matches the meters of the application, {@code $service} for its scrape target.
 *
 * @param name name of the alert
 * @param severity {@code critical}, {@code warning} or {@code info}
 * @param pending how long it must hold
 * @param optional whether it is made only when asked for
 * @param summary what is wrong, a few words
 * @param description what is wrong, in figures
 * @param expression the expression
 */
record ApplicationAlert(String name, String severity, Duration pending, boolean optional, String summary,
		String description, String expression) {

	static final String INSTANCE = " on {{ $labels.instance }}";

	boolean isWanted(RuleSettings settings) {
		boolean made = !this.optional || settings.include().contains(this.name);
		return made && !settings.exclude().contains(this.name);
	}

	Rule rule(RuleSettings settings) {
		String expanded = this.expression.strip()
			.replace("$app", settings.selector())
			.replace("$service", "service=" + RuleSettings.literal(settings.application()));
		String subject = settings.application() + ": " + this.summary;
		return new Rule(Rule.Kind.ALERT, this.name, expanded, this.pending,
				Map.of("severity", this.severity, "service", settings.application()),
				settings.annotations(this.name, subject, this.description));
	}

}
