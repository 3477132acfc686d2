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

package io.sightline.defaults;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that keeps the {@link Defaults} the
 * last of all property sources: those of
 * {@link org.springframework.context.annotation.PropertySource @PropertySource}
 * annotations are added behind them, and would lose.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "sightline.enabled", matchIfMissing = true)
public final class DefaultsAutoConfiguration {

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	static BeanFactoryPostProcessor sightlineDefaultsOrdering(ConfigurableEnvironment environment) {
		return (beanFactory) -> moveToEnd(environment.getPropertySources());
	}

	private static void moveToEnd(MutablePropertySources sources) {
		PropertySource<?> defaults = sources.remove(Defaults.SOURCE_NAME);
		if (defaults != null) {
			sources.addLast(defaults);
		}
	}

}
