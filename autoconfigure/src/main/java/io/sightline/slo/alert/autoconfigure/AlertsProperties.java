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

package io.sightline.slo.alert.autoconfigure;

import java.time.Duration;
import java.util.Map;

import io.sightline.slo.alert.AlertSeverity;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of alerts inside the application.
 *
 * @param enabled Whether the application alerts by itself, beside Prometheus.
 * @param interval Time from one look at the rules to the next.
 * @param rules Rules by name. Each has a condition over meters, such as "queue.size >
 * 100" or "rate(logback.events{level=error}) > 0.5", a severity (info, warning or
 * critical), a message and a cool-down.
 */
@ConfigurationProperties("sightline.alerts")
record AlertsProperties(@DefaultValue("true") boolean enabled, @DefaultValue("30s") Duration interval,
		@DefaultValue Map<String, RuleProperties> rules) {

	AlertsProperties {
		rules = Map.copyOf(rules);
	}

	/**
	 * Properties of one rule.
	 */
	record RuleProperties(@Nullable String condition, @DefaultValue("warning") AlertSeverity severity,
			@Nullable String message, @DefaultValue("300s") Duration coolDown) {

	}

}
