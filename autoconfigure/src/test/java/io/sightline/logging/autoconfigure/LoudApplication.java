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

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts, logs what is hostile, and ends.
 */
public final class LoudApplication {

	private LoudApplication() {
	}

	/**
	 * Runs the application.
	 * @param args its properties
	 */
	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(Object.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = application.run(args)) {
			log(LoggerFactory.getLogger(context.getEnvironment().getProperty("logger", "shop")));
		}
	}

	private static void log(Logger logger) {
		logger.info("forged\r\n\u001b[31m2026-01-01 ERROR \u2028 line {}", new Recursive());
		logger.error("hostile", new Hostile());
		logger.error("benign", new IllegalStateException("first\nsecond", new ArithmeticException("root")));
	}

	private static final class Recursive {

		@Override
		public String toString() {
			return "a" + this;
		}

	}

	private static final class Hostile extends RuntimeException {

		private static final long serialVersionUID = 1L;

		@Override
		public String getMessage() {
			throw new IllegalStateException("hostile");
		}

	}

}
