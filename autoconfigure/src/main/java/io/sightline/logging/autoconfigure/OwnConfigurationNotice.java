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
import io.sightline.logging.LogFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Says so when an own Logback configuration takes no notice of Sightline's format: lines
 * look fine on a terminal, and are missed where they are collected.
 */
final class OwnConfigurationNotice {

	/**
	 * Where Boot looks, in its order.
	 */
	private static final String[] STANDARD = { "logback-test.xml", "logback.xml", "logback-test-spring.xml",
			"logback-spring.xml" };

	private static final Logger LOG = LoggerFactory.getLogger(OwnConfigurationNotice.class);

	private OwnConfigurationNotice() {
	}

	static void tell(LoggerContext logging, LoggingProperties properties, Environment environment,
			ResourceLoader resources) {
		String file = file(environment, resources);
		boolean json = properties.format() != null && properties.format() != LogFormat.TEXT;
		if (json && file != null && logging.getObject(SightlineLogFormatter.class.getName()) == null) {
			LOG.warn("{} decides how log lines look, and sightline.logging.format={} is without effect. Use "
					+ "<include resource=\"io/sightline/logging/sightline-console-appender.xml\"/> and its appender "
					+ "SIGHTLINE_CONSOLE there, or set sightline.logging.enabled=false", file, properties.format());
		}
	}

	private static @Nullable String file(Environment environment, ResourceLoader resources) {
		String configured = environment.getProperty("logging.config");
		if (configured != null) {
			return configured;
		}
		for (String name : STANDARD) {
			if (resources.getResource("classpath:" + name).exists()) {
				return name;
			}
		}
		return null;
	}

}
