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

import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.endpoint.web.AdditionalPathsMapper;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HealthGroupsAutoConfiguration}: liveness must not be tied to a
 * database (upstream-pains H4).
 */
@ExtendWith(OutputCaptureExtension.class)
class HealthGroupsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withPropertyValues("management.endpoint.health.status.order=DOWN,OUT_OF_SERVICE,DEGRADED,UP,UNKNOWN",
				"management.endpoint.health.probes.add-additional-paths=true")
		.withBean(ApplicationAvailabilityBean.class)
		.withBean("dbHealthIndicator", HealthIndicator.class, () -> () -> Health.down().build())
		.withConfiguration(AutoConfigurations.of(HealthContributorAutoConfiguration.class,
				HealthContributorRegistryAutoConfiguration.class, AvailabilityProbesAutoConfiguration.class,
				HealthEndpointAutoConfiguration.class, StartupProbeAutoConfiguration.class,
				GuardedHealthAutoConfiguration.class, HealthChecksAutoConfiguration.class,
				HealthGroupsAutoConfiguration.class));

	@Test
	void addsDeadlockToLivenessAndNothingToReadiness() {
		this.runner.run((context) -> {
			assertThat(members(context, "liveness")).containsExactlyInAnyOrder("livenessState", "deadlock");
			assertThat(members(context, "readiness")).containsExactly("readinessState");
		});
	}

	@Test
	void addsCheckToGroup() {
		this.runner.withPropertyValues("sightline.health.checks.db.groups=readiness").run((context) -> {
			assertThat(members(context, "readiness")).containsExactlyInAnyOrder("readinessState", "db");
			assertThat(status(context, "readiness")).isEqualTo("DOWN");
		});
	}

	@Test
	void addsServiceDownstreamToGroup() {
		this.runner
			.withPropertyValues("sightline.health.downstream.payment.url=http://localhost:1",
					"sightline.health.downstream.payment.groups=readiness",
					"management.endpoint.health.group.readiness.include=ping")
			.run((context) -> assertThat(status(context, "readiness")).isEqualTo("DEGRADED"));
	}

	@Test
	void staysReadyWithCheckThatIsNotCritical() {
		this.runner.withPropertyValues("sightline.health.checks.db.groups=readiness",
				"sightline.health.checks.db.critical=false", "management.endpoint.health.group.readiness.include=ping")
			.run((context) -> {
				assertThat(status(context, "readiness")).isEqualTo("DEGRADED");
				assertThat(group(context, "readiness").getHttpCodeStatusMapper()
					.getStatusCode(new org.springframework.boot.health.contributor.Status("DEGRADED"))).isEqualTo(200);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.endpoint.health.group.liveness.include=livenessState,db",
			"management.endpoint.health.group.liveness.include=*", "sightline.health.checks.db.groups=liveness" })
	void refusesExternalCheckInLiveness(String property) {
		this.runner.withPropertyValues(property).run((context) -> {
			FailureAnalyzedException failure = failure(context);
			assertThat(failure).hasMessageContaining("'liveness' contains").hasMessageContaining("'db'");
			assertThat(failure.analysis().getAction()).contains("external=false");
		});
	}

	@Test
	void acceptsCheckOfTheProcessInLiveness() {
		this.runner
			.withPropertyValues("sightline.health.checks.db.groups=liveness",
					"sightline.health.checks.db.external=false")
			.run((context) -> assertThat(members(context, "liveness")).contains("db"));
	}

	@Test
	void refusesGroupThatDoesNotExist() {
		this.runner.withPropertyValues("sightline.health.checks.db.groups=readyness")
			.run((context) -> assertThat(failure(context)).hasMessage(
					"'sightline.health.checks.db.groups' names the health group 'readyness', which does not exist."));
	}

	@Test
	void tellsSecurityThePathsOnTheMainPort() {
		this.runner.run((context) -> {
			AdditionalPathsMapper mapper = (AdditionalPathsMapper) context.getBean(HealthEndpointGroups.class);
			assertThat(mapper.getAdditionalPaths(HealthEndpoint.ID, WebServerNamespace.SERVER))
				.containsExactlyInAnyOrder("/livez", "/readyz", "/startupz");
		});
	}

	@Test
	void warnsWhenTheOrderHasNoDegraded(CapturedOutput output) {
		this.runner.withPropertyValues("management.endpoint.health.status.order=DOWN,UP")
			.run((context) -> assertThat(output).contains("add DEGRADED before UP"));
	}

	private static Set<String> members(AssertableApplicationContext context, String group) {
		HealthEndpointGroup members = group(context, group);
		Set<String> names = new AllChecks(
				context.getBean(org.springframework.boot.health.registry.HealthContributorRegistry.class), null)
			.names();
		return names.stream().filter(members::isMember).collect(java.util.stream.Collectors.toSet());
	}

	private static HealthEndpointGroup group(AssertableApplicationContext context, String name) {
		return Objects.requireNonNull(context.getBean(HealthEndpointGroups.class).get(name));
	}

	private static String status(AssertableApplicationContext context, String group) {
		return Objects.requireNonNull(context.getBean(HealthEndpoint.class).healthForPath(group)).getStatus().getCode();
	}

	private static FailureAnalyzedException failure(AssertableApplicationContext context) {
		Throwable failure = Objects.requireNonNull(context.getStartupFailure());
		while (!(failure instanceof FailureAnalyzedException)) {
			failure = Objects.requireNonNull(failure.getCause());
		}
		return (FailureAnalyzedException) failure;
	}

}
