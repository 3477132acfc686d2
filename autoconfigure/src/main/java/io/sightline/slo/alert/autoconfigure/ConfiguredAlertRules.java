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

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

import io.sightline.slo.alert.AlertRule;
import io.sightline.slo.alert.MeterCondition;
import io.sightline.slo.alert.autoconfigure.AlertsProperties.RuleProperties;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Reads rules from properties.
 */
final class ConfiguredAlertRules {

	private ConfiguredAlertRules() {
	}

	static List<AlertRule> of(AlertsProperties properties) {
		return new TreeMap<>(properties.rules()).entrySet()
			.stream()
			.map((entry) -> rule(entry.getKey(), entry.getValue()))
			.toList();
	}

	private static AlertRule rule(String name, RuleProperties rule) {
		String condition = Objects.requireNonNullElse(rule.condition(), "");
		try {
			return new AlertRule(name, MeterCondition.parse(condition, System::nanoTime), rule.severity(),
					Objects.requireNonNullElse(rule.message(), name + ": " + condition), rule.coolDown());
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException("sightline.alerts.rules." + name + ".condition",
					condition, String.valueOf(ex.getMessage()));
		}
	}

}
