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

import java.util.Map;

import io.sightline.identity.ServiceIdentity;
import io.sightline.identity.autoconfigure.ServiceIdentities;
import org.apache.commons.logging.Log;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;

/**
 * Adds the {@link Defaults} behind every other property source, so that whatever the
 * application says wins. Runs last, when the application's configuration is loaded, and
 * still before the logging system starts: the first line is already in the right format.
 */
final class DefaultsEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	private final Log logger;

	DefaultsEnvironmentPostProcessor(DeferredLogFactory logs) {
		this.logger = logs.getLog(DefaultsEnvironmentPostProcessor.class);
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.getPropertySources().contains(Defaults.SOURCE_NAME)
				|| !environment.getProperty("sightline.enabled", Boolean.class, true)) {
			return;
		}
		ServiceIdentity identity = ServiceIdentities.resolve(environment, resourceLoader(application));
		if (ServiceIdentity.UNKNOWN_NAME.equals(identity.name())) {
			this.logger.warn("The service has no name: set spring.application.name, or its logs, metrics and traces "
					+ "are all filed under '" + ServiceIdentity.UNKNOWN_NAME + "'");
		}
		Map<String, Object> values = new Defaults(environment, Terminal.isAttached()).resolve(identity);
		environment.getPropertySources().addLast(new MapPropertySource(Defaults.SOURCE_NAME, values));
	}

	private static ResourceLoader resourceLoader(SpringApplication application) {
		ResourceLoader loader = application.getResourceLoader();
		return (loader != null) ? loader : new DefaultResourceLoader(application.getClassLoader());
	}

}
