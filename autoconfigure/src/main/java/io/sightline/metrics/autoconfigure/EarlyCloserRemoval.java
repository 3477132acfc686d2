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

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;

/**
 * Leaves it to {@link io.sightline.metrics.LateMeterRegistryCloser} to close registries.
 * Boot's closer does so before the requests in flight are through, and a second close
 * waits for a delivery that nobody waits for any more.
 */
final class EarlyCloserRemoval implements BeanDefinitionRegistryPostProcessor {

	private static final String NAME = "meterRegistryCloser";

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		if (registry.containsBeanDefinition(NAME)) {
			BeanDefinition definition = registry.getBeanDefinition(NAME);
			if (MetricsAutoConfiguration.class.getName().equals(definition.getFactoryBeanName())) {
				registry.removeBeanDefinition(NAME);
			}
		}
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		for (String name : beanFactory.getBeanNamesForType(MeterRegistry.class, false, false)) {
			if (beanFactory.containsBeanDefinition(name)) {
				beanFactory.getBeanDefinition(name).setDestroyMethodName("");
			}
		}
	}

}
