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

package io.sightline.logging.autoconfigure;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Has {@link LogbackGuardInitializer} guard Logback once Boot has set up logging, if
 * logging is switched on.
 */
final class LogbackGuardEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		boolean present = ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext", getClass().getClassLoader());
		if (present && isOn(environment, "sightline.enabled") && isOn(environment, "sightline.logging.enabled")) {
			LoggingConfiguration.check(environment);
			application.addInitializers(new LogbackGuardInitializer());
		}
	}

	private static boolean isOn(Environment environment, String key) {
		return environment.getProperty(key, Boolean.class, true);
	}

}
