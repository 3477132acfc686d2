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
import io.sightline.health.GuardedHealthContributorRegistry;
import io.sightline.health.GuardedReactiveHealthContributorRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;

/**
 * Puts guards in front of the registries, so that nobody can ask a check without.
 */
final class HealthRegistryPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<GuardedChecks> checks;

	HealthRegistryPostProcessor(ObjectProvider<GuardedChecks> checks) {
		this.checks = checks;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof HealthContributorRegistry registry) {
			return new GuardedHealthContributorRegistry(registry, this.checks.getObject());
		}
		if (bean instanceof ReactiveHealthContributorRegistry registry) {
			return new GuardedReactiveHealthContributorRegistry(registry, this.checks.getObject());
		}
		return bean;
	}

}
