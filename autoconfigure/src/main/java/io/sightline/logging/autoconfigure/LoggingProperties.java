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

import java.util.Map;
import java.util.Set;

import io.sightline.logging.LogFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
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
 */
@ConfigurationProperties("sightline.logging")
public record LoggingProperties(@DefaultValue("true") boolean enabled, @Nullable LogFormat format,
		@DefaultValue("false") boolean includeCaller, @DefaultValue("32KB") DataSize maxMessageSize,
		@DefaultValue("16KB") DataSize maxStackTraceSize, @DefaultValue("64KB") DataSize maxLineSize,
		@DefaultValue Fields fields) {

	/**
	 * What is to differ from the fields of the format.
	 *
	 * @param rename Other names of fields, by the name the field has in the format
	 * "json".
	 * @param exclude Fields to leave out, by the name they have in the format "json".
	 * @param add Further fields that have the same value on every line.
	 */
	public record Fields(@DefaultValue Map<String, String> rename, @DefaultValue Set<String> exclude,
			@DefaultValue Map<String, String> add) {

	}

}
