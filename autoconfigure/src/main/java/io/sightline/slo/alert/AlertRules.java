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

package io.sightline.slo.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the rules, and tells of each that holds once for each cool-down.
 */
public final class AlertRules {

	private static final Logger logger = LoggerFactory.getLogger(AlertRules.class);

	private final List<AlertRule> rules;

	private final MeterRegistry registry;

	private final LongSupplier clock;

	private final Map<AlertRule, Long> told = new HashMap<>();

	/**
	 * Creates the rules.
	 * @param rules the rules
	 * @param registry has the meters
	 * @param clock nanoseconds of a clock that never goes back
	 */
	public AlertRules(List<AlertRule> rules, MeterRegistry registry, LongSupplier clock) {
		this.rules = List.copyOf(rules);
		this.registry = registry;
		this.clock = clock;
	}

	/**
	 * Whether there is nothing to ask.
	 * @return {@code true} without rules
	 */
	public boolean isEmpty() {
		return this.rules.isEmpty();
	}

	/**
	 * Asks every rule.
	 * @param tell takes the alerts
	 */
	public void evaluate(Consumer<Alert> tell) {
		for (AlertRule rule : this.rules) {
			if (holds(rule) && isNews(rule)) {
				tell.accept(new Alert(rule.name(), rule.severity(), rule.message(), Map.of()));
			}
		}
	}

	private boolean holds(AlertRule rule) {
		try {
			return rule.condition().test(this.registry);
		}
		catch (Throwable ex) {
			logger.warn("The condition of alert {} failed, which is asked again", rule.name(), ex);
			return false;
		}
	}

	private boolean isNews(AlertRule rule) {
		long now = this.clock.getAsLong();
		Long last = this.told.get(rule);
		if (last != null && now - last < rule.coolDown().toNanos()) {
			return false;
		}
		this.told.put(rule, now);
		return true;
	}

}
