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

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.sightline.health.check.DiskHealthIndicator;
import io.sightline.health.check.MemoryHealthIndicator;
import io.sightline.health.check.QueueDepth;
import io.sightline.ledger.LedgerSource;
import io.sightline.ledger.SignalLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.health.application.DiskSpaceHealthIndicator;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.DiskSpaceHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HealthChecksAutoConfiguration}.
 */
class HealthChecksAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withPropertyValues("management.endpoint.health.status.order=DOWN,OUT_OF_SERVICE,DEGRADED,UP,UNKNOWN")
		.withConfiguration(AutoConfigurations.of(HealthContributorRegistryAutoConfiguration.class,
				HealthEndpointAutoConfiguration.class, DiskSpaceHealthContributorAutoConfiguration.class,
				GuardedHealthAutoConfiguration.class, HealthChecksAutoConfiguration.class));

	@Test
	void checksWhatBootDoesNot() {
		this.runner.run((context) -> assertThat(components(context)).containsOnlyKeys("deadlock", "diskSpace", "memory",
				"telemetry"));
	}

	@Test
	void checksDiskInsteadOfBoot() {
		this.runner
			.withPropertyValues("management.health.diskspace.path=/", "sightline.health.disk.degraded-at=100",
					"sightline.health.disk.down-at=100")
			.run((context) -> {
				assertThat(context).hasSingleBean(DiskHealthIndicator.class)
					.doesNotHaveBean(DiskSpaceHealthIndicator.class);
				assertThat(details(context, "diskSpace")).containsEntry("path", "/");
			});
	}

	@ParameterizedTest
	@CsvSource({ "diskspace,diskSpace", "memory,memory", "deadlock,deadlock", "telemetry,telemetry" })
	void leavesOutWhatIsSwitchedOff(String key, String component) {
		this.runner
			.withPropertyValues("management.health." + key + ".enabled=false",
					"sightline.health.checks." + key + ".critical=false")
			.run((context) -> assertThat(components(context)).doesNotContainKey(component));
	}

	@ParameterizedTest
	@ValueSource(strings = { "diskSpace", "memory", "deadlock", "telemetry" })
	void keepsCheckOfTheApplication(String name) {
		HealthIndicator own = () -> Health.up().withDetail("own", true).build();
		this.runner.withBean(name + "HealthIndicator", HealthIndicator.class, () -> own)
			.run((context) -> assertThat(details(context, name)).containsEntry("own", true));
	}

	@Test
	void checksServicesDownstreamWithoutGoingDown() {
		this.runner.withPropertyValues("sightline.health.downstream.payment.url=http://localhost:1").run((context) -> {
			assertThat(context.getBean(HealthEndpoint.class).health().getStatus()).hasToString("DEGRADED");
			assertThat(details(context, "downstream", "payment")).containsEntry("actual", "DOWN");
		});
	}

	@Test
	void goesDownWithCriticalServiceDownstream() {
		this.runner
			.withPropertyValues("sightline.health.downstream.payment.url=http://localhost:1",
					"sightline.health.downstream.payment.critical=true")
			.run((context) -> assertThat(context.getBean(HealthEndpoint.class).health().getStatus())
				.hasToString("DOWN"));
	}

	@Test
	void checksQueues() {
		this.runner.withBean(QueueDepth.class, () -> new Queue("restock", 8, 10)).run((context) -> {
			assertThat(status(context, "queues")).hasToString("DEGRADED");
			assertThat(details(context, "queues", "restock")).containsEntry("size", 8L);
		});
	}

	@Test
	void isDegradedWhileAnySignalIsLost() {
		SignalLedger spans = new SignalLedger("spans", List.of("queue_full"), () -> 0, 100);
		spans.drop("queue_full", 7);
		this.runner.withBean(LedgerSource.class, () -> () -> List.of(spans)).run((context) -> {
			assertThat(status(context, "telemetry")).hasToString("DEGRADED");
			assertThat(details(context, "telemetry")).containsEntry("reason", "7 spans lost");
		});
	}

	@Test
	void takesThresholdsFromProperties() {
		this.runner
			.withPropertyValues("sightline.health.queues.degraded-at=10", "sightline.health.queues.down-at=20",
					"sightline.health.checks.queues.critical=true")
			.withBean(QueueDepth.class, () -> new Queue("restock", 2, 10))
			.run((context) -> assertThat(status(context, "queues")).hasToString("DOWN"));
	}

	@Test
	void backsOffWhenDisabled() {
		this.runner.withPropertyValues("sightline.health.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(MemoryHealthIndicator.class)
				.hasSingleBean(DiskSpaceHealthIndicator.class));
	}

	private static Map<String, HealthDescriptor> components(AssertableApplicationContext context) {
		HealthDescriptor health = context.getBean(HealthEndpoint.class).health();
		return Objects.requireNonNull(((CompositeHealthDescriptor) health).getComponents());
	}

	private static Status status(AssertableApplicationContext context, String... path) {
		HealthDescriptor health = context.getBean(HealthEndpoint.class).healthForPath(path);
		return Objects.requireNonNull(health).getStatus();
	}

	private static Map<String, Object> details(AssertableApplicationContext context, String... path) {
		HealthDescriptor health = context.getBean(HealthEndpoint.class).healthForPath(path);
		return Objects.requireNonNull(((IndicatedHealthDescriptor) Objects.requireNonNull(health)).getDetails());
	}

	private record Queue(String name, long size, long capacity) implements QueueDepth {

	}

}
