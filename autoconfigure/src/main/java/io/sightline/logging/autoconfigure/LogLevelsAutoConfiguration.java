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

import io.sightline.audit.AuditEvents;
import io.sightline.logging.levels.TimedLevels;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.logging.LoggersEndpointAutoConfiguration;
import org.springframework.boot.actuate.logging.LoggersEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggerGroups;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for changes of log levels that end
 * by themselves. Boot's endpoint {@code loggers} is needed, and is not exposed by
 * default.
 */
@AutoConfiguration(after = LoggersEndpointAutoConfiguration.class)
@ConditionalOnClass({ LoggersEndpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "logging.enabled", "logging.levels.enabled" },
		matchIfMissing = true)
@ConditionalOnBean(LoggersEndpoint.class)
@EnableConfigurationProperties(LoggingProperties.class)
public final class LogLevelsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TimedLevels<LogLevel> sightlineTimedLevels(LoggingSystem logging, LevelAudit audit) {
		return new TimedLevels<>(new BootLevels(logging, audit));
	}

	@Bean
	@ConditionalOnMissingBean
	LevelAudit sightlineLevelAudit(ObjectProvider<AuditEvents> audit) {
		return new LevelAudit(audit);
	}

	@Bean
	@ConditionalOnMissingBean
	TimedLoggersEndpointExtension sightlineLoggersEndpointExtension(TimedLevels<LogLevel> levels,
			ObjectProvider<LoggerGroups> groups, LoggingProperties properties, LevelAudit audit) {
		return new TimedLoggersEndpointExtension(levels, groups.getIfAvailable(LoggerGroups::new),
				properties.levels().revertAfter(), audit);
	}

	private record BootLevels(LoggingSystem logging, LevelAudit audit) implements TimedLevels.Levels<LogLevel> {

		@Override
		public @Nullable LogLevel get(String logger) {
			LoggerConfiguration configuration = this.logging.getLoggerConfiguration(logger);
			return (configuration != null) ? configuration.getConfiguredLevel() : null;
		}

		@Override
		public void set(String logger, @Nullable LogLevel level) {
			this.logging.setLogLevel(logger, level);
		}

		@Override
		public void reverted(String logger, @Nullable LogLevel level) {
			this.audit.reverted(logger, level);
		}

	}

}
