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

import io.micrometer.core.instrument.MeterRegistry;
import io.sightline.metrics.LateMeterRegistryCloser;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that delivers metrics for the last
 * time when the server has stopped, and in bounded time. Backs off for a
 * {@link LateMeterRegistryCloser} bean.
 */
@AutoConfiguration(after = MetricsAutoConfiguration.class)
@ConditionalOnClass({ MeterRegistry.class, MetricsAutoConfiguration.class })
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "metrics.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(MetricsProperties.class)
public final class MetricsShutdownAutoConfiguration {

	@Bean
	static EarlyCloserRemoval sightlineEarlyCloserRemoval() {
		return new EarlyCloserRemoval();
	}

	@Bean
	@ConditionalOnMissingBean
	LateMeterRegistryCloser sightlineMeterRegistryCloser(ConfigurableApplicationContext context,
			MetricsProperties properties) {
		return new LateMeterRegistryCloser(context::isClosed, properties.shutdownTimeout());
	}

	@Bean
	static BeanPostProcessor sightlineMeterRegistryCollector(ObjectProvider<LateMeterRegistryCloser> closer) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				if (bean instanceof MeterRegistry registry) {
					closer.getObject().add(registry);
				}
				return bean;
			}

		};
	}

}
