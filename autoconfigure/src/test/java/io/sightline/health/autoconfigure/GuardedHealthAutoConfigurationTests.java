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

package io.sightline.health.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.health.CheckSettings;
import io.sightline.health.CheckThreads;
import io.sightline.health.GuardedChecks;
import io.sightline.health.HealthLog;
import io.sightline.health.HealthMetrics;
import io.sightline.redaction.RedactionPolicy;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GuardedHealthAutoConfiguration} and
 * {@link HealthMetricsAutoConfiguration}.
 */
class GuardedHealthAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withPropertyValues("management.endpoint.health.status.order=DOWN,OUT_OF_SERVICE,DEGRADED,UP,UNKNOWN")
		.withConfiguration(AutoConfigurations.of(HealthContributorAutoConfiguration.class,
				HealthContributorRegistryAutoConfiguration.class, HealthEndpointAutoConfiguration.class,
				GuardedHealthAutoConfiguration.class, HealthMetricsAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new);

	@Test
	void guardsChecksOfTheApplication() {
		this.runner.withBean("stockHealthIndicator", HealthIndicator.class, () -> () -> {
			throw new IllegalStateException("broken");
		}).run((context) -> {
			assertThat(status(context)).isEqualTo(Status.DOWN);
			assertThat(status(context, "stock")).isEqualTo(Status.DOWN);
			assertThat(status(context, "ping")).isEqualTo(Status.UP);
		});
	}

	@Test
	void guardsReactiveChecks() {
		this.runner
			.withBean("stockHealthIndicator", ReactiveHealthIndicator.class, () -> () -> Mono.error(new Exception()))
			.run((context) -> assertThat(status(context, "stock")).isEqualTo(Status.DOWN));
	}

	@Test
	void guardsChecksThatComeLater() {
		HealthIndicator late = () -> {
			throw new IllegalStateException("broken");
		};
		this.runner.run((context) -> {
			HealthContributorRegistry registry = context.getBean(HealthContributorRegistry.class);
			registry.registerContributor("late", late);
			assertThat(status(context, "late")).isEqualTo(Status.DOWN);
			assertThat(registry.unregisterContributor("late")).isSameAs(late);
			assertThat(context.getBean(MeterRegistry.class).find("sightline.health.status").gauges()).isEmpty();
		});
	}

	@Test
	void degradesWhenCheckIsNotCritical() {
		this.runner.withBean("mailHealthIndicator", HealthIndicator.class, () -> () -> Health.down().build())
			.withPropertyValues("sightline.health.checks.mail.critical=false")
			.run((context) -> assertThat(status(context)).hasToString("DEGRADED"));
	}

	@Test
	void degradesWhenDatabaseTakesMoreThanASecond() {
		HealthIndicator slow = () -> {
			Awaitility.await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
			return Health.up().build();
		};
		this.runner.withBean("dbHealthIndicator", HealthIndicator.class, () -> slow)
			.withPropertyValues("sightline.health.checks.db.cache=10ms",
					"sightline.health.checks.db.failure-threshold=1")
			.run((context) -> Awaitility.await().until(() -> "DEGRADED".equals(status(context, "db").getCode())));
	}

	@Test
	void tellsStatusAndDurationAsMeters() {
		this.runner.withBean("stockHealthIndicator", HealthIndicator.class, () -> () -> Health.up().build())
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(status(context, "stock")).isEqualTo(Status.UP);
				assertThat(registry.get("sightline.health.status").tag("check", "stock").gauge().value()).isEqualTo(1);
				Awaitility.await()
					.until(() -> registry.get("sightline.health.check.duration")
						.tag("check", "stock")
						.timer()
						.count() > 0);
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					sightline.health.checks.ping2.critical=false | 'sightline.health.checks.ping2' names the check 'ping2'
					sightline.health.checks.stock.timeout=0s | Property 'sightline.health.checks.stock.timeout' has the value '0ms'
					sightline.health.checks.stock.cache=-1s | Property 'sightline.health.checks.stock.cache'
					sightline.health.checks.stock.failure-threshold=0 | It must be at least 1
					sightline.health.threads=0 | Property 'sightline.health.threads' has the value '0'
					sightline.health.answer-timeout=0s | Property 'sightline.health.answer-timeout'
					sightline.health.drain-delay=-1s | It must not be negative
					sightline.health.memory.degraded-at=95 | 'sightline.health.memory.degraded-at' and
					sightline.health.disk.down-at=101 | 'sightline.health.disk.degraded-at' and
					sightline.health.downstream.payment.timeout=6s | 'sightline.health.downstream.payment.url' has the value 'null'
					sightline.health.downstream.payment.url=payment:80 | It must be an absolute URL
					""")
	void refusesValueThatMakesNoSense(String property, String description) {
		this.runner.withBean("stockHealthIndicator", HealthIndicator.class, () -> () -> Health.up().build())
			.withPropertyValues(property)
			.run((context) -> assertThat(analysis(context).getDescription()).contains(description));
	}

	@Test
	void refusesKeyThatItDoesNotKnow() {
		this.runner.withPropertyValues("sightline.health.checks.ping.critcal=false")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("critcal"));
	}

	@Test
	void namesWhatExistsWhenCheckDoesNot() {
		this.runner.withBean("stockHealthIndicator", HealthIndicator.class, () -> () -> Health.up().build())
			.withPropertyValues("sightline.health.checks.stok.critical=false")
			.run((context) -> assertThat(analysis(context).getAction()).contains("ping, stock"));
	}

	@Test
	void keepsGuardsOfTheApplication() {
		GuardedChecks own = new GuardedChecks((name) -> CheckSettings.DEFAULT, new CheckThreads(1),
				Duration.ofSeconds(1), RedactionPolicy.disabled(), List.of());
		this.runner.withBean(GuardedChecks.class, () -> own)
			.run((context) -> assertThat(context.getBean(GuardedChecks.class)).isSameAs(own));
	}

	@ParameterizedTest
	@CsvSource({ "sightline.enabled", "sightline.health.enabled" })
	void backsOffWhenDisabled(String key) {
		this.runner.withPropertyValues(key + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean(GuardedChecks.class)
				.doesNotHaveBean(HealthLog.class)
				.doesNotHaveBean(HealthMetrics.class));
	}

	@Test
	void worksWithoutReactor() {
		this.runner.withClassLoader(new FilteredClassLoader("reactor"))
			.run((context) -> assertThat(status(context)).isEqualTo(Status.UP));
	}

	@Test
	void backsOffWithoutHealth() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(GuardedHealthAutoConfiguration.class, HealthMetricsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("sightlineGuardedChecks"));
	}

	private static FailureAnalysis analysis(AssertableApplicationContext context) {
		Throwable failure = Objects.requireNonNull(context.getStartupFailure());
		while (!(failure instanceof FailureAnalyzedException)) {
			failure = Objects.requireNonNull(failure.getCause());
		}
		return ((FailureAnalyzedException) failure).analysis();
	}

	private static Status status(AssertableApplicationContext context, String... path) {
		HealthEndpoint endpoint = context.getBean(HealthEndpoint.class);
		return Objects.requireNonNull((path.length > 0) ? endpoint.healthForPath(path) : endpoint.health()).getStatus();
	}

}
