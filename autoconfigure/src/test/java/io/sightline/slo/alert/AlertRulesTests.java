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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlertRulesTests {

	private final AtomicLong clock = new AtomicLong();

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final List<String> told = new ArrayList<>();

	@Test
	void tellsOfARuleThatHolds() {
		evaluate(rules(rule("QueueFull", (meters) -> true), rule("QueueEmpty", (meters) -> false)));
		assertThat(this.told).containsExactly("QueueFull");
	}

	@Test
	void tellsOnceInACoolDown() {
		AlertRules rules = rules(rule("QueueFull", (meters) -> true));
		evaluate(rules);
		this.clock.addAndGet(Duration.ofSeconds(299).toNanos());
		evaluate(rules);
		assertThat(this.told).hasSize(1);
		this.clock.addAndGet(Duration.ofSeconds(1).toNanos());
		evaluate(rules);
		assertThat(this.told).hasSize(2);
	}

	@Test
	void goesOnAfterARuleThatThrows() {
		evaluate(rules(rule("Broken", (meters) -> {
			throw new IllegalStateException("no idea");
		}), rule("QueueFull", (meters) -> true)));
		assertThat(this.told).containsExactly("QueueFull");
	}

	private void evaluate(AlertRules rules) {
		rules.evaluate((alert) -> this.told.add(alert.name()));
	}

	private AlertRules rules(AlertRule... rules) {
		return new AlertRules(List.of(rules), this.registry, this.clock::get);
	}

	private static AlertRule rule(String name, Predicate<MeterRegistry> condition) {
		return new AlertRule(name, condition, AlertSeverity.WARNING, "look at it", Duration.ofSeconds(300));
	}

}
