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

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;

/**
 * What is in the registries, in composites too. Looking is what starts a check.
 */
final class AllChecks {

	private final @Nullable HealthContributorRegistry registry;

	private final @Nullable ReactiveHealthContributorRegistry reactive;

	AllChecks(@Nullable HealthContributorRegistry registry, @Nullable ReactiveHealthContributorRegistry reactive) {
		this.registry = registry;
		this.reactive = reactive;
	}

	/**
	 * The indicators by their names, those of composites with a slash between the names.
	 */
	Map<String, HealthIndicator> indicators() {
		Map<String, HealthIndicator> indicators = new TreeMap<>();
		if (this.reactive != null) {
			add(indicators, "", this.reactive.asHealthContributors());
		}
		if (this.registry != null) {
			add(indicators, "", this.registry);
		}
		return indicators;
	}

	Set<String> names() {
		return indicators().keySet();
	}

	private static void add(Map<String, HealthIndicator> indicators, String prefix, HealthContributors contributors) {
		contributors.stream().forEach((entry) -> {
			HealthContributor contributor = entry.contributor();
			String name = prefix + entry.name();
			if (contributor instanceof HealthIndicator indicator) {
				indicators.put(name, indicator);
			}
			else if (contributor instanceof HealthContributors members) {
				add(indicators, name + "/", members);
			}
		});
	}

}
