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

import ch.qos.logback.classic.LoggerContext;
import io.sightline.logging.json.TextPolicy;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Installs the {@link LogbackGuard} as soon as Boot has set up logging. Has to be listed
 * before the {@link AsyncDeliveryApplicationListener}, which hides the appenders.
 */
final class LogbackGuardApplicationListener
		implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	@Override
	public int getOrder() {
		return LoggingApplicationListener.DEFAULT_ORDER + 1;
	}

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		Environment environment = event.getEnvironment();
		if (isOn(environment, "sightline.enabled") && isOn(environment, "sightline.logging.enabled")
				&& ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext", getClass().getClassLoader())) {
			Logback.install(environment);
		}
	}

	private static boolean isOn(Environment environment, String key) {
		return environment.getProperty(key, Boolean.class, true);
	}

	private static final class Logback {

		static void install(Environment environment) {
			ILoggerFactory factory = LoggerFactory.getILoggerFactory();
			if (factory instanceof LoggerContext context) {
				LoggingProperties properties = Binder.get(environment)
					.bindOrCreate("sightline.logging", LoggingProperties.class);
				LogbackGuard.install(context, TextPolicy.NONE, (int) properties.maxMessageSize().toBytes());
			}
		}

	}

}
