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

import io.sightline.health.StartupStateHealthIndicator;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StartupProbeAutoConfiguration}.
 */
class StartupProbeAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(AutoConfigurations
		.of(HealthContributorAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class,
				HealthEndpointAutoConfiguration.class, StartupProbeAutoConfiguration.class));

	@Test
	void turnsUpWhenTheApplicationIsReady() {
		this.runner.run((context) -> {
			assertThat(startup(context)).isEqualTo(Status.OUT_OF_SERVICE);
			ready(context);
			assertThat(startup(context)).isEqualTo(Status.UP);
		});
	}

	@Test
	void tellsNothingOfItsMembers() {
		this.runner.run((context) -> {
			HealthEndpointGroup group = group(context);
			assertThat(group.showComponents(SecurityContext.NONE)).isFalse();
			assertThat(group.showDetails(SecurityContext.NONE)).isFalse();
		});
	}

	@Test
	void addsPathOnTheMainPortWhenBootDoes() {
		this.runner.withPropertyValues("management.endpoint.health.probes.add-additional-paths=true")
			.run((context) -> assertThat(group(context).getAdditionalPath()).hasToString("server:/startupz"));
	}

	@Test
	void addsNoPathWhenBootDoesNot() {
		this.runner.run((context) -> assertThat(group(context).getAdditionalPath()).isNull());
	}

	@Test
	void keepsGroupOfTheApplication() {
		this.runner.withPropertyValues("management.endpoint.health.group.startup.include=ping")
			.run((context) -> assertThat(startup(context)).isEqualTo(Status.UP));
	}

	@Test
	void keepsIndicatorOfTheApplication() {
		HealthIndicator own = () -> Health.down().build();
		this.runner.withBean("startupStateHealthIndicator", HealthIndicator.class, () -> own).run((context) -> {
			assertThat(context).doesNotHaveBean(StartupStateHealthIndicator.class);
			assertThat(startup(context)).isEqualTo(Status.DOWN);
		});
	}

	@Test
	void backsOffWhenDisabled() {
		this.runner.withPropertyValues("sightline.health.enabled=false")
			.run(StartupProbeAutoConfigurationTests::hasNoGroup);
	}

	@Test
	void backsOffWhenSightlineIsDisabled() {
		this.runner.withPropertyValues("sightline.enabled=false").run(StartupProbeAutoConfigurationTests::hasNoGroup);
	}

	@Test
	void backsOffWhenBootHasNoProbes() {
		this.runner.withPropertyValues("management.endpoint.health.probes.enabled=false")
			.run(StartupProbeAutoConfigurationTests::hasNoGroup);
	}

	@Test
	void backsOffWithoutHealth() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(StartupProbeAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("startupStateHealthIndicator"));
	}

	private static void hasNoGroup(AssertableApplicationContext context) {
		assertThat(context).doesNotHaveBean(StartupStateHealthIndicator.class);
		assertThat(context.getBean(HealthEndpointGroups.class).getNames()).doesNotContain("startup");
	}

	private static HealthEndpointGroup group(AssertableApplicationContext context) {
		HealthEndpointGroup group = context.getBean(HealthEndpointGroups.class).get("startup");
		assertThat(group).isNotNull();
		return group;
	}

	private static Status startup(AssertableApplicationContext context) {
		HealthDescriptor health = context.getBean(HealthEndpoint.class).healthForPath("startup");
		assertThat(health).isNotNull();
		return health.getStatus();
	}

	private static void ready(AssertableApplicationContext context) {
		ConfigurableApplicationContext source = context
			.getSourceApplicationContext(ConfigurableApplicationContext.class);
		source.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], source, Duration.ZERO));
	}

}
