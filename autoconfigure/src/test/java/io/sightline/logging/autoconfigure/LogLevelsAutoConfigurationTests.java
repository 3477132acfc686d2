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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.sightline.audit.AuditEvents;
import io.sightline.logging.levels.TimedLevels;
import io.sightline.redaction.RedactionPolicy;
import io.sightline.redaction.RedactionRules;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.autoconfigure.logging.LoggersEndpointAutoConfiguration;
import org.springframework.boot.actuate.logging.LoggersEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogLevelsAutoConfiguration}.
 */
class LogLevelsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withBean(LoggingSystem.class, () -> LoggingSystem.get(getClass().getClassLoader()))
		.withPropertyValues("management.endpoints.web.exposure.include=loggers")
		.withConfiguration(
				AutoConfigurations.of(LoggersEndpointAutoConfiguration.class, LogLevelsAutoConfiguration.class));

	@Test
	void suppliesExtension() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(TimedLoggersEndpointExtension.class));
	}

	@Test
	void recordsWhoChangedLevelAndWhenItWentBack() {
		Map<String, Map<String, Object>> events = new ConcurrentHashMap<>();
		this.runner
			.withBean(AuditEvents.class,
					() -> new AuditEvents(() -> "ann", List.of((type, principal, data) -> events.put(type, data)),
							RedactionPolicy.from(RedactionRules.defaults())))
			.run((context) -> {
				context.getBean(TimedLoggersEndpointExtension.class)
					.configureLogLevel("com.example.audited", LogLevel.DEBUG, Duration.ofMillis(20));
				assertThat(events.get("log_level_changed")).containsEntry("logger", "com.example.audited");
				Awaitility.await().until(() -> events.containsKey("log_level_reverted"));
			});
	}

	@Test
	void backsOffForOwnLevels() {
		this.runner.withUserConfiguration(OwnLevels.class)
			.run((context) -> assertThat(context).hasSingleBean(TimedLevels.class));
	}

	@Test
	void backsOffWhenDisabled() {
		this.runner.withPropertyValues("sightline.logging.levels.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(TimedLevels.class));
	}

	@Test
	void backsOffWithoutEndpoint() {
		this.runner.withPropertyValues("management.endpoints.web.exposure.include=health")
			.run((context) -> assertThat(context).doesNotHaveBean(TimedLevels.class));
	}

	@Test
	void backsOffWithoutActuator() {
		this.runner.withClassLoader(new FilteredClassLoader(LoggersEndpoint.class))
			.run((context) -> assertThat(context).doesNotHaveBean(TimedLevels.class));
	}

	@Test
	void failsForInvalidDefault() {
		this.runner.withPropertyValues("sightline.logging.levels.revert-after=0s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("sightline.logging.levels.revert-after"));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnLevels {

		@Bean
		TimedLevels<LogLevel> levels() {
			return new TimedLevels<>(new NoLevels());
		}

	}

	private static final class NoLevels implements TimedLevels.Levels<LogLevel> {

		@Override
		public LogLevel get(String logger) {
			return LogLevel.INFO;
		}

		@Override
		public void set(String logger, @Nullable LogLevel level) {
		}

	}

}
