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
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A rule of Prometheus.
 *
 * @param kind whether the expression is recorded or alerts
 * @param name name of the series or of the alert
 * @param expression what is evaluated
 * @param pending how long the expression must hold before an alert fires
 * @param labels labels that the rule adds
 * @param annotations what an alert tells
 */
public record Rule(Kind kind, String name, String expression, Duration pending, Map<String, String> labels,
		Map<String, String> annotations) {

	public Rule {
		labels = Collections.unmodifiableMap(new TreeMap<>(labels));
		annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
	}

	static Rule record(String name, String expression, Map<String, String> labels) {
		return new Rule(Kind.RECORD, name, expression, Duration.ZERO, labels, Map.of());
	}

	/**
	 * What a rule does.
	 */
	public enum Kind {

		/**
		 * Writes a series.
		 */
		RECORD,

		/**
		 * Alerts.
		 */
		ALERT

	}

}
