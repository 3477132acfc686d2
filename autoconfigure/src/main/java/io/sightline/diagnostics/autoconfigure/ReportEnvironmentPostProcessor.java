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

package io.sightline.diagnostics.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets an application that is only to report start beside one that serves, and write
 * nothing but the report.
 */
final class ReportEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	static final String SOURCE_NAME = "sightlineReport";

	private static final String MANAGEMENT_PORT = "management.server.port";

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (ReportFormat.asked(environment) == null) {
			return;
		}
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("spring.main.banner-mode", "off");
		values.put("logging.threshold.console", "error");
		values.put("server.port", "0");
		if (hasPortOfItsOwn(environment)) {
			values.put(MANAGEMENT_PORT, "0");
		}
		environment.getPropertySources().addFirst(new MapPropertySource(SOURCE_NAME, values));
	}

	private static boolean hasPortOfItsOwn(Environment environment) {
		String port = environment.getProperty(MANAGEMENT_PORT);
		return port != null && !port.startsWith("-") && !port.equals(environment.getProperty("server.port", "8080"));
	}

}
