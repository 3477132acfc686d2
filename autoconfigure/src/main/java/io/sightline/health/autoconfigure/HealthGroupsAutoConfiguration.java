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

import io.sightline.health.GuardedChecks;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the members of health groups:
 * adds checks to the groups their settings name, deadlocks to liveness, and refuses
 * anything external there.
 */
@AutoConfiguration(after = { GuardedHealthAutoConfiguration.class, AvailabilityProbesAutoConfiguration.class,
		HealthEndpointAutoConfiguration.class, StartupProbeAutoConfiguration.class })
@ConditionalOnClass({ HealthIndicator.class, HealthEndpointAutoConfiguration.class })
@ConditionalOnBean({ HealthEndpointGroups.class, GuardedChecks.class, ConfiguredChecks.class })
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "health.enabled" }, matchIfMissing = true)
public final class HealthGroupsAutoConfiguration {

	@Bean
	static GroupMembers sightlineHealthGroupMembers(ObjectProvider<ConfiguredChecks> configured) {
		return new GroupMembers(configured);
	}

	@Bean
	LivenessRule sightlineLivenessRule(HealthEndpointGroups groups, ConfiguredChecks configured,
			ObjectProvider<HealthContributorRegistry> registry,
			ObjectProvider<ReactiveHealthContributorRegistry> reactiveRegistry) {
		return new LivenessRule(groups, new AllChecks(registry.getIfAvailable(), reactiveRegistry.getIfAvailable()),
				configured);
	}

}
