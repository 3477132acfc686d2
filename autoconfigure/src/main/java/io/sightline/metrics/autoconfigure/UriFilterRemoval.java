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

import java.util.List;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;

/**
 * Takes away Boot's filters that deny meters of further URIs: they would lose what
 * {@link io.sightline.metrics.cardinality.CardinalityLimit} adds up.
 */
final class UriFilterRemoval implements BeanDefinitionRegistryPostProcessor {

	private static final List<String> FILTERS = List.of("metricsHttpServerUriTagFilter",
			"metricsHttpClientUriTagFilter");

	private static final String BOOT = "org.springframework.boot.";

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		for (String name : FILTERS) {
			if (registry.containsBeanDefinition(name) && isOfBoot(registry.getBeanDefinition(name))) {
				registry.removeBeanDefinition(name);
			}
		}
	}

	private static boolean isOfBoot(BeanDefinition definition) {
		String declaring = definition.getFactoryBeanName();
		return declaring != null && declaring.startsWith(BOOT);
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
	}

}
