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

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.sightline.logging.async.AsyncDelivery;
import io.sightline.logging.async.DeliverySettings;
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
 * Puts {@link AsyncDelivery} in front of the root logger's appenders as soon as Boot has
 * set up logging. Boot's shutdown hook, or its clean-up when a context closes, stops it
 * with the logging context.
 */
final class AsyncDeliveryApplicationListener
		implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	@Override
	public int getOrder() {
		return LoggingApplicationListener.DEFAULT_ORDER + 1;
	}

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		Environment environment = event.getEnvironment();
		if (isOn(environment, "sightline.enabled") && isOn(environment, "sightline.logging.enabled")
				&& isOn(environment, "sightline.logging.async.enabled")
				&& ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext", getClass().getClassLoader())) {
			Logback.install(Binder.get(environment).bindOrCreate("sightline.logging", LoggingProperties.class).async());
		}
	}

	private static boolean isOn(Environment environment, String key) {
		return environment.getProperty(key, Boolean.class, true);
	}

	private static final class Logback {

		static void install(LoggingProperties.Async properties) {
			ILoggerFactory factory = LoggerFactory.getILoggerFactory();
			if (!(factory instanceof LoggerContext context)) {
				return;
			}
			Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
			List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
			root.iteratorForAppenders().forEachRemaining(appenders::add);
			if (appenders.isEmpty() || appenders.stream().anyMatch(AsyncDelivery.class::isInstance)) {
				return;
			}
			AsyncDelivery delivery = new AsyncDelivery(context, appenders, settings(properties));
			delivery.start();
			appenders.forEach(root::detachAppender);
			root.addAppender(delivery);
			context.putObject(AsyncDelivery.class.getName(), delivery);
		}

		private static DeliverySettings settings(LoggingProperties.Async properties) {
			return new DeliverySettings(properties.queueSize(), properties.maxWait(), properties.shutdownTimeout(),
					properties.repeatsPerSecond());
		}

	}

}
