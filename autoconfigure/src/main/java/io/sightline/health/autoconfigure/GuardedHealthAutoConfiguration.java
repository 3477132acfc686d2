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

import io.sightline.health.CheckListener;
import io.sightline.health.CheckThreads;
import io.sightline.health.GuardedChecks;
import io.sightline.health.HealthLog;
import io.sightline.redaction.RedactionPolicy;
import io.sightline.redaction.autoconfigure.RedactionAutoConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that guards every health check:
 * Boot's and the application's, blocking and reactive. Backs off for a
 * {@link GuardedChecks} bean; {@link CheckListener} beans are told about changes.
 */
@AutoConfiguration(after = RedactionAutoConfiguration.class, before = HealthContributorRegistryAutoConfiguration.class)
@ConditionalOnClass({ HealthIndicator.class, HealthContributorRegistryAutoConfiguration.class })
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "health.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(HealthProperties.class)
public final class GuardedHealthAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ConfiguredChecks sightlineConfiguredChecks(HealthProperties properties) {
		InvalidHealthProperty.check(properties);
		return new ConfiguredChecks(properties);
	}

	@Bean
	@ConditionalOnMissingBean
	GuardedChecks sightlineGuardedChecks(HealthProperties properties, ConfiguredChecks settings,
			ObjectProvider<RedactionPolicy> redaction, ObjectProvider<CheckListener> listeners) {
		return new GuardedChecks(settings, new CheckThreads(properties.threads()), properties.answerTimeout(),
				redaction.getIfAvailable(RedactionPolicy::disabled), listeners.orderedStream().toList());
	}

	@Bean
	static HealthRegistryPostProcessor sightlineHealthRegistryPostProcessor(ObjectProvider<GuardedChecks> checks) {
		return new HealthRegistryPostProcessor(checks);
	}

	@Bean
	@ConditionalOnMissingBean
	HealthLog sightlineHealthLog() {
		return new HealthLog();
	}

	@Bean
	HealthLifecycle sightlineHealthLifecycle(GuardedChecks checks, ConfiguredChecks configured,
			ObjectProvider<HealthContributorRegistry> registry,
			ObjectProvider<ReactiveHealthContributorRegistry> reactiveRegistry, Environment environment) {
		return new HealthLifecycle(checks, configured,
				new AllChecks(registry.getIfAvailable(), reactiveRegistry.getIfAvailable()), environment);
	}

}
