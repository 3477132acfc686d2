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

package io.sightline.health;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.registry.HealthContributorRegistry;

/**
 * A registry that guards whatever is in another.
 */
public final class GuardedHealthContributorRegistry implements HealthContributorRegistry {

	private final HealthContributorRegistry registry;

	private final GuardedChecks checks;

	/**
	 * Guards a registry.
	 * @param registry the registry
	 * @param checks where its checks live
	 */
	public GuardedHealthContributorRegistry(HealthContributorRegistry registry, GuardedChecks checks) {
		this.registry = registry;
		this.checks = checks;
	}

	@Override
	public void registerContributor(String name, HealthContributor contributor) {
		this.registry.registerContributor(name, contributor);
	}

	@Override
	public @Nullable HealthContributor unregisterContributor(String name) {
		HealthContributor contributor = this.registry.unregisterContributor(name);
		this.checks.forget(name);
		return contributor;
	}

	@Override
	public @Nullable HealthContributor getContributor(String name) {
		HealthContributor contributor = this.registry.getContributor(name);
		return (contributor != null) ? this.checks.guard(name, contributor) : null;
	}

	@Override
	public Stream<Entry> stream() {
		return this.registry.stream()
			.map((entry) -> new Entry(entry.name(), this.checks.guard(entry.name(), entry.contributor())));
	}

}
