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

package io.sightline.metrics.autoconfigure;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.CaffeineSpec;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.cache.autoconfigure.CacheAutoConfiguration;
import org.springframework.boot.cache.autoconfigure.CacheManagerCustomizer;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that lets caches of Caffeine count
 * hits, misses and evictions, which they do only when told to. A {@link Caffeine} or
 * {@link CaffeineSpec} of the application is left alone.
 */
@AutoConfiguration(before = CacheAutoConfiguration.class)
@ConditionalOnClass({ MeterRegistry.class, Caffeine.class, CaffeineCacheManager.class, CacheManagerCustomizer.class })
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "metrics.enabled" }, matchIfMissing = true)
public final class CacheStatisticsAutoConfiguration {

	private static final String SPEC = "spring.cache.caffeine.spec";

	private static final String RECORD_STATS = "recordStats";

	@Bean
	CacheManagerCustomizer<CaffeineCacheManager> sightlineCacheStatistics(Environment environment,
			ObjectProvider<CaffeineSpec> specs, ObjectProvider<Caffeine<Object, Object>> builders) {
		return (manager) -> {
			String spec = environment.getProperty(SPEC, "");
			boolean own = specs.stream().findAny().isPresent() || builders.stream().findAny().isPresent();
			if (!spec.contains(RECORD_STATS) && (!own || !spec.isBlank())) {
				manager.setCacheSpecification(spec.isBlank() ? RECORD_STATS : spec + "," + RECORD_STATS);
			}
		};
	}

}
