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

package io.sightline.tracing.sampling.autoconfigure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.sightline.tracing.sampling.ConfiguredRule;
import io.sightline.tracing.sampling.SamplingRule;
import io.sightline.tracing.sampling.SamplingSettings;
import io.sightline.tracing.sampling.autoconfigure.SamplingProperties.Rule;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;
import org.springframework.core.env.Environment;

/**
 * Makes settings of properties, and refuses what cannot be meant.
 */
final class SamplingSettingsFactory {

	static final String BOOT_SAMPLER = "management.opentelemetry.tracing.sampler";

	static final String PREFIX = "sightline.tracing.sampling.";

	static final String STRATEGY = PREFIX + "strategy";

	private static final String PROBABILITY = "management.tracing.sampling.probability";

	private final SamplingProperties properties;

	private final Environment environment;

	SamplingSettingsFactory(SamplingProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
	}

	SamplingSettings create(double probability, List<SamplingRule> beans) {
		checkContradictions();
		checkRatio(PROBABILITY, probability);
		checkPositive(PREFIX + "limit", this.properties.limit(), this.properties.limit() > 0);
		checkPositive(PREFIX + "untrusted-limit", this.properties.untrustedLimit(),
				this.properties.untrustedLimit() > 0);
		checkPositive(PREFIX + "slow-threshold", this.properties.slowThreshold(),
				isPositive(this.properties.slowThreshold()));
		SamplingProperties.Tail tail = this.properties.tail();
		checkPositive(PREFIX + "tail.max-spans", tail.maxSpans(), tail.maxSpans() > 0);
		checkPositive(PREFIX + "tail.max-size", tail.maxSize(), tail.maxSize().toBytes() > 0);
		checkPositive(PREFIX + "tail.max-age", tail.maxAge(), isPositive(tail.maxAge()));
		List<SamplingRule> rules = new ArrayList<>(beans);
		for (int i = 0; i < this.properties.rules().size(); i++) {
			rules.add(rule(PREFIX + "rules[" + i + "]", this.properties.rules().get(i)));
		}
		return new SamplingSettings(this.properties.strategy(), probability, this.properties.limit(),
				this.properties.untrustedLimit(), this.properties.slowThreshold(), rules);
	}

	private void checkContradictions() {
		if (this.environment.containsProperty(BOOT_SAMPLER)) {
			throw new MutuallyExclusiveConfigurationPropertiesException(List.of(BOOT_SAMPLER, STRATEGY),
					List.of(BOOT_SAMPLER, STRATEGY));
		}
		if (!this.properties.rules().isEmpty() && !this.properties.strategy().asksRules()) {
			throw new InvalidConfigurationPropertyValueException(STRATEGY, this.properties.strategy(),
					"It does not ask the rules that '" + PREFIX + "rules' has. Use 'tail' or 'rules', or remove the "
							+ "rules.");
		}
	}

	private ConfiguredRule rule(String key, Rule rule) {
		checkRatio(key + ".ratio", rule.ratio());
		Map<String, String> attributes = new HashMap<>(rule.attributes());
		if (rule.tenant() != null) {
			attributes.put(this.properties.tenantAttribute(), rule.tenant());
		}
		if (rule.route() == null && rule.method() == null && attributes.isEmpty()) {
			throw new InvalidConfigurationPropertyValueException(key, rule,
					"A rule needs at least one of 'route', 'method', 'tenant' and 'attributes'. For all traces set '"
							+ PROBABILITY + "'.");
		}
		if (rule.route() != null && !rule.route().startsWith("/")) {
			throw new InvalidConfigurationPropertyValueException(key + ".route", rule.route(),
					"A route starts with '/', such as '/orders/**'.");
		}
		return new ConfiguredRule(rule.route(), rule.method(), attributes, rule.ratio());
	}

	private static void checkRatio(String key, double ratio) {
		if (!(ratio >= 0 && ratio <= 1)) {
			throw new InvalidConfigurationPropertyValueException(key, ratio,
					"A ratio is a number from 0.0 (none) to 1.0 (all); 0.1 keeps one trace of ten.");
		}
	}

	private static boolean isPositive(java.time.Duration duration) {
		return !duration.isNegative() && !duration.isZero();
	}

	private static void checkPositive(String key, Object value, boolean positive) {
		if (!positive) {
			throw new InvalidConfigurationPropertyValueException(key, value, "It must be greater than zero.");
		}
	}

}
