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

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.slo.BurnTier;
import io.sightline.slo.Objective;
import io.sightline.slo.ObjectiveType;
import io.sightline.slo.SloBurnRateEvent;
import io.sightline.slo.SloTracker;
import io.sightline.slo.alert.Alert;
import io.sightline.slo.alert.AlertDelivery;
import io.sightline.slo.alert.AlertRule;
import io.sightline.slo.alert.AlertSeverity;
import io.sightline.slo.alert.LoggingChannel;
import io.sightline.slo.alert.NotificationChannel;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class AlertsAutoConfigurationTests {

	private final BlockingQueue<Alert> received = new LinkedBlockingQueue<>();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(MetricsAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class,
						CompositeMeterRegistryAutoConfiguration.class, AlertsAutoConfiguration.class))
		.withPropertyValues("sightline.alerts.interval=10ms");

	private final ApplicationContextRunner channel = this.runner.withBean(NotificationChannel.class,
			() -> this.received::add);

	@Test
	void tellsOfConfiguredRule() {
		this.channel
			.withPropertyValues("sightline.alerts.rules.QueueFull.condition=queue.size > 10",
					"sightline.alerts.rules.QueueFull.severity=critical",
					"sightline.alerts.rules.QueueFull.message=the queue is full")
			.run((context) -> {
				context.getBean(MeterRegistry.class).gauge("queue.size", 11);
				await().until(() -> !this.received.isEmpty());
				assertThat(this.received.remove()).returns("QueueFull", Alert::name)
					.returns(AlertSeverity.CRITICAL, Alert::severity)
					.returns("the queue is full", Alert::message);
			});
	}

	@Test
	void tellsOfRuleThatIsABean() {
		this.channel
			.withBean(AlertRule.class,
					() -> new AlertRule("Always", (registry) -> true, AlertSeverity.INFO, "as ever",
							Duration.ofDays(1)))
			.run((context) -> await().until(() -> !this.received.isEmpty()));
	}

	@Test
	void asksAgainAfterAnError() {
		this.channel
			.withBean("broken", AlertRule.class,
					() -> new AlertRule("Broken", AlertsAutoConfigurationTests::fail, AlertSeverity.INFO, "",
							Duration.ZERO))
			.withBean("always", AlertRule.class,
					() -> new AlertRule("Always", (registry) -> true, AlertSeverity.INFO, "as ever", Duration.ZERO))
			.run((context) -> await().until(() -> this.received.size() > 1));
	}

	private static boolean fail(MeterRegistry registry) {
		throw new StackOverflowError("condition");
	}

	@Test
	void tellsOfABurningBudget() {
		this.channel.run((context) -> {
			SloTracker tracker = new SloTracker(new Objective("checkout", ObjectiveType.AVAILABILITY,
					new BigDecimal("99.9"), Duration.ofDays(30), null, 2), System::nanoTime);
			tracker.add(90, 10);
			context.publishEvent(new SloBurnRateEvent(BurnTier.FAST, tracker.status()));
			await().until(() -> !this.received.isEmpty());
			assertThat(this.received.remove().labels()).containsEntry("slo", "checkout");
		});
	}

	@Test
	void rejectsConditionThatCannotBeRead() {
		this.runner.withPropertyValues("sightline.alerts.rules.bad.condition=queue.size is large")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("sightline.alerts.rules.bad.condition")
				.hasMessageContaining("queue.size is large"));
	}

	@Test
	void writesToTheLogWithoutAChannel() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(LoggingChannel.class));
		this.channel.run((context) -> assertThat(context).doesNotHaveBean(LoggingChannel.class));
	}

	@Test
	void startsNoThreadWithoutRules() {
		this.channel.run((context) -> await().until(() -> Thread.getAllStackTraces()
			.keySet()
			.stream()
			.noneMatch((thread) -> "sightline-alerts".equals(thread.getName()))));
	}

	@Test
	void backsOffForBeansOfTheApplication() {
		this.runner.withBean("own", AlertDelivery.class, () -> new AlertDelivery(List.of(), new SimpleMeterRegistry()))
			.run((context) -> assertThat(context).getBeanNames(AlertDelivery.class).containsExactly("own"));
	}

	@Test
	void backsOffWhenDisabled() {
		this.runner.withPropertyValues("sightline.alerts.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AlertDelivery.class)
				.doesNotHaveBean(AlertSchedule.class));
	}

	@Test
	void backsOffWithoutMicrometer() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AlertsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).doesNotHaveBean(AlertDelivery.class));
	}

}
