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

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.cache.autoconfigure.CacheAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CacheStatisticsAutoConfiguration}.
 */
class CacheStatisticsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CacheStatisticsAutoConfiguration.class, CacheAutoConfiguration.class))
		.withUserConfiguration(Caching.class)
		.withPropertyValues("spring.cache.type=caffeine", "spring.cache.cache-names=prices");

	@Test
	void countsWithoutSpecification() {
		this.runner.run((context) -> assertThat(prices(context).policy().isRecordingStats()).isTrue());
	}

	@Test
	void countsWithSpecificationOfTheApplication() {
		this.runner.withPropertyValues("spring.cache.caffeine.spec=maximumSize=7").run((context) -> {
			assertThat(prices(context).policy().isRecordingStats()).isTrue();
			assertThat(prices(context).policy().eviction())
				.hasValueSatisfying((eviction) -> assertThat(eviction.getMaximum()).isEqualTo(7));
		});
	}

	@Test
	void leavesBuilderOfTheApplicationAlone() {
		this.runner.withBean("caffeine", Caffeine.class, Caffeine::newBuilder)
			.run((context) -> assertThat(prices(context).policy().isRecordingStats()).isFalse());
	}

	@Test
	void backsOffWhenDisabled() {
		this.runner.withPropertyValues("sightline.metrics.enabled=false")
			.run((context) -> assertThat(prices(context).policy().isRecordingStats()).isFalse());
	}

	@Test
	void backsOffWithoutCaffeine() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(CacheStatisticsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(Caffeine.class))
			.run((context) -> assertThat(context).doesNotHaveBean("sightlineCacheStatistics"));
	}

	private static Cache<?, ?> prices(ApplicationContext context) {
		org.springframework.cache.Cache cache = context.getBean(CacheManager.class).getCache("prices");
		assertThat(cache).isNotNull();
		return (Cache<?, ?>) cache.getNativeCache();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableCaching
	static class Caching {

	}

}
