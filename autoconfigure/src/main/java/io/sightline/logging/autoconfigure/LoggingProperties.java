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
import java.util.Map;
import java.util.Set;

import io.sightline.logging.LogFormat;
import io.sightline.logging.levels.TimedLevels;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * Structured log lines.
 *
 * @param enabled Whether log lines are structured. Boot's own logging is untouched when
 * switched off.
 * @param format Format of log lines. Uses "text" on a terminal or with devtools, and
 * "json" otherwise, when not set.
 * @param includeCaller Whether to say where in the source a line was logged. Costs a
 * stack walk for each line.
 * @param maxMessageSize Longest message, in characters. A longer one is cut and marked.
 * @param maxStackTraceSize Longest stack trace, in characters. A longer one is cut.
 * @param maxLineSize Longest line, in bytes. Of a longer one, the longest texts are cut
 * and the line is marked.
 * @param fields What is to differ from the fields of the format.
 * @param async Delivery of log events off the thread that logs.
 * @param levels Changes of log levels at run time.
 */
@ConfigurationProperties("sightline.logging")
record LoggingProperties(@DefaultValue("true") boolean enabled, @Nullable LogFormat format,
		@DefaultValue("false") boolean includeCaller, @DefaultValue("32KB") DataSize maxMessageSize,
		@DefaultValue("16KB") DataSize maxStackTraceSize, @DefaultValue("64KB") DataSize maxLineSize,
		@DefaultValue Fields fields, @DefaultValue Async async, @DefaultValue Levels levels) {

	/**
	 * Changes of log levels at run time.
	 *
	 * @param enabled Whether the endpoint "loggers" accepts a "duration" after which a
	 * level is what it was.
	 * @param revertAfter Time after which a level that is changed without "duration" is
	 * what it was. For good when not set.
	 */
	record Levels(@DefaultValue("true") boolean enabled, @Nullable Duration revertAfter) {

		Levels {
			if (revertAfter != null && (revertAfter.isNegative() || revertAfter.isZero()
					|| revertAfter.compareTo(TimedLevels.MAX_DURATION) > 0)) {
				throw new InvalidConfigurationPropertyValueException("sightline.logging.levels.revert-after",
						revertAfter, "Use more than 0s and at most 7d, or leave it out to keep levels for good.");
			}
		}

	}

	/**
	 * What is to differ from the fields of the format.
	 *
	 * @param rename Other names of fields, by the name the field has in the format
	 * "json".
	 * @param exclude Fields to leave out, by the name they have in the format "json".
	 * @param add Further fields that have the same value on every line.
	 */
	record Fields(@DefaultValue Map<String, String> rename, @DefaultValue Set<String> exclude,
			@DefaultValue Map<String, String> add) {

	}

	/**
	 * Delivery of log events off the thread that logs.
	 *
	 * @param enabled Whether log events are delivered by a thread of their own, so that a
	 * slow console or disk does not slow the application.
	 * @param queueSize Number of events that may wait. The last fifth is kept for WARN
	 * and ERROR.
	 * @param maxWait Longest time that a thread waits for room for a WARN or ERROR event.
	 * @param shutdownTimeout Longest time that shutdown waits for events to be delivered.
	 * @param repeatsPerSecond Number of equal events, of one logger, level and template,
	 * that pass a second. Further ones are collapsed into one line with
	 * "suppressed_count". No limit when 0.
	 */
	record Async(@DefaultValue("true") boolean enabled, @DefaultValue("8192") int queueSize,
			@DefaultValue("50ms") Duration maxWait, @DefaultValue("2s") Duration shutdownTimeout,
			@DefaultValue("100") int repeatsPerSecond) {

		private static final Duration MAX_WAIT = Duration.ofSeconds(1);

		Async {
			check(queueSize >= 64 && queueSize <= 1_048_576, "queue-size", queueSize, "use 64 to 1048576");
			check(!maxWait.isNegative() && maxWait.compareTo(MAX_WAIT) <= 0, "max-wait", maxWait,
					"use 0ms to 1s: the application's threads wait that long");
			check(!shutdownTimeout.isNegative(), "shutdown-timeout", shutdownTimeout, "use 0ms or more");
			check(repeatsPerSecond >= 0, "repeats-per-second", repeatsPerSecond, "use 0 for no limit, or more");
		}

		private static void check(boolean valid, String name, Object value, String advice) {
			if (!valid) {
				throw new InvalidConfigurationPropertyValueException("sightline.logging.async." + name, value, advice);
			}
		}

	}

}
