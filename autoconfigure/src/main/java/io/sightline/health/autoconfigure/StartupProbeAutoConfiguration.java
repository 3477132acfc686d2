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

import io.sightline.health.StartupStateHealthIndicator;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the startup probe, beside Boot's
 * liveness and readiness: the health group {@code startup}, and {@code /startupz} on the
 * main port where Boot adds {@code /livez} and {@code /readyz}. Backs off for a group of
 * that name.
 */
@AutoConfiguration(before = HealthEndpointAutoConfiguration.class)
@ConditionalOnClass({ HealthIndicator.class, HealthEndpointAutoConfiguration.class })
@ConditionalOnBooleanProperty(name = "management.endpoint.health.probes.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "health.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(HealthProperties.class)
public final class StartupProbeAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "startupStateHealthIndicator")
	StartupStateHealthIndicator startupStateHealthIndicator(ApplicationContext context) {
		return new StartupStateHealthIndicator(context);
	}

	@Bean
	static HealthEndpointGroupsPostProcessor sightlineStartupGroupPostProcessor(Environment environment) {
		boolean additionalPath = environment.getProperty("management.endpoint.health.probes.add-additional-paths",
				Boolean.class, false);
		return (groups) -> new StartupHealthEndpointGroups(groups, additionalPath);
	}

}
