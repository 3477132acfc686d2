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

package io.sightline.tracing.autoconfigure;

import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Whether log lines can have the ids of a span from the MDC only.
 */
final class MdcNeed {

	private static final String FORMATTER = "io.sightline.logging.autoconfigure.SightlineLogFormatter";

	private static final String[] CONFIGURATIONS = { "logback-test.xml", "logback.xml", "logback-test-spring.xml",
			"logback-spring.xml", "log4j2.xml", "log4j2-spring.xml", "log4j2-test.xml" };

	private MdcNeed() {
	}

	static boolean isGiven(Environment environment, ResourceLoader resources) {
		return !isStructured(environment, "console") || !isStructured(environment, "file")
				|| environment.getProperty("logging.config") != null || hasConfiguration(resources);
	}

	private static boolean isStructured(Environment environment, String output) {
		return FORMATTER.equals(environment.getProperty("logging.structured.format." + output));
	}

	private static boolean hasConfiguration(ResourceLoader resources) {
		for (String name : CONFIGURATIONS) {
			if (resources.getResource("classpath:" + name).exists()) {
				return true;
			}
		}
		return false;
	}

}
