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
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Puts {@link AsyncDelivery} in front of the root logger's appenders for as long as the
 * context lives. It ends after every other bean has been destroyed; what is logged then
 * goes to the appenders directly, unless one of them is stuck.
 */
final class AsyncDeliveryInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging
				&& context.getBeanFactory() instanceof DefaultSingletonBeanRegistry beans) {
			Logger root = logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
			List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
			root.iteratorForAppenders().forEachRemaining(appenders::add);
			if (!appenders.isEmpty() && appenders.stream().noneMatch(AsyncDelivery.class::isInstance)) {
				AsyncDelivery delivery = new AsyncDelivery(logging, appenders, settings(context));
				install(logging, root, appenders, delivery);
				// The first to be registered is the last to be destroyed.
				beans.registerDisposableBean(AsyncDelivery.class.getName(),
						() -> uninstall(logging, root, appenders, delivery));
			}
		}
	}

	private static DeliverySettings settings(ConfigurableApplicationContext context) {
		LoggingProperties.Async properties = Binder.get(context.getEnvironment())
			.bindOrCreate("sightline.logging", LoggingProperties.class)
			.async();
		return new DeliverySettings(properties.queueSize(), properties.maxWait(), properties.shutdownTimeout(),
				properties.repeatsPerSecond());
	}

	private static void install(LoggerContext logging, Logger root, List<Appender<ILoggingEvent>> appenders,
			AsyncDelivery delivery) {
		delivery.start();
		root.addAppender(delivery);
		appenders.forEach(root::detachAppender);
		logging.putObject(AsyncDelivery.class.getName(), delivery);
	}

	private static void uninstall(LoggerContext logging, Logger root, List<Appender<ILoggingEvent>> appenders,
			AsyncDelivery delivery) {
		logging.removeObject(AsyncDelivery.class.getName());
		if (delivery.release()) {
			appenders.forEach(root::addAppender);
			root.detachAppender(delivery);
		}
	}

}
