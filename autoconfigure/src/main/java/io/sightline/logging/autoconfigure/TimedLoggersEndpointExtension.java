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

import io.sightline.logging.levels.TimedLevels;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.boot.actuate.logging.LoggersEndpoint;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerGroup;
import org.springframework.boot.logging.LoggerGroups;

/**
 * Boot's endpoint {@code loggers} with one more, optional field in the body of a change:
 * {@code duration}, after which the level is what it was.
 */
@EndpointWebExtension(endpoint = LoggersEndpoint.class)
final class TimedLoggersEndpointExtension {

	private final TimedLevels<LogLevel> levels;

	private final LoggerGroups groups;

	private final @Nullable Duration revertAfter;

	private final LevelAudit audit;

	TimedLoggersEndpointExtension(TimedLevels<LogLevel> levels, LoggerGroups groups, @Nullable Duration revertAfter,
			LevelAudit audit) {
		this.audit = audit;
		this.levels = levels;
		this.groups = groups;
		this.revertAfter = revertAfter;
	}

	/**
	 * Changes the level of a logger, or of all loggers of a group.
	 * @param name name of the logger or the group
	 * @param configuredLevel the level, or nothing to inherit it
	 * @param duration for how long, such as {@code 10m}
	 */
	@WriteOperation
	void configureLogLevel(@Selector String name, @Nullable LogLevel configuredLevel, @Nullable Duration duration) {
		LoggerGroup group = this.groups.get(name);
		Duration time = (duration != null) ? duration : this.revertAfter;
		try {
			if (group == null || !group.hasMembers()) {
				set(name, configuredLevel, time);
			}
			else {
				group.configureLogLevel(configuredLevel, (member, level) -> set(member, level, time));
			}
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidEndpointRequestException(String.valueOf(ex.getMessage()), "duration", ex);
		}
		this.audit.changed(name, configuredLevel, time);
	}

	private void set(String logger, @Nullable LogLevel level, @Nullable Duration time) {
		if (time != null) {
			this.levels.set(logger, level, time);
		}
		else {
			this.levels.set(logger, level);
		}
	}

}
