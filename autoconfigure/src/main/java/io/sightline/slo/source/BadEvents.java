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

package io.sightline.slo.source;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Which events are bad: those of which any of this is true.
 *
 * @param statuses values of the tag {@code status}; {@code 5xx} stands for all of a kind
 * @param exceptions simple names of exceptions
 * @param tags values of other tags
 * @param anyError whether every event that ended with an error is bad
 */
public record BadEvents(Set<String> statuses, Set<String> exceptions, Map<String, Set<String>> tags, boolean anyError) {

	/**
	 * Requests that a server failed to answer.
	 */
	public static final BadEvents SERVER_ERRORS = new BadEvents(Set.of("5xx"), Set.of(), Map.of(), false);

	/**
	 * Requests that a server failed to answer, or that never got an answer.
	 */
	public static final BadEvents CLIENT_FAILURES = new BadEvents(Set.of("5xx", "CLIENT_ERROR", "IO_ERROR"), Set.of(),
			Map.of(), false);

	/**
	 * Whatever ended with an error.
	 */
	public static final BadEvents ERRORS = new BadEvents(Set.of(), Set.of(), Map.of(), true);

	private static final String STATUS = "status";

	private static final int STATUS_LENGTH = 3;

	public BadEvents {
		statuses = Set.copyOf(statuses);
		exceptions = Set.copyOf(exceptions);
		tags = Map.copyOf(tags);
	}

	boolean isBad(Function<String, @Nullable String> values, @Nullable String exception) {
		if (exception != null && (this.anyError || this.exceptions.contains(exception))) {
			return true;
		}
		String status = this.statuses.isEmpty() ? null : values.apply(STATUS);
		if (status != null && (this.statuses.contains(status) || this.statuses.contains(kind(status)))) {
			return true;
		}
		for (Map.Entry<String, Set<String>> tag : this.tags.entrySet()) {
			String value = values.apply(tag.getKey());
			if (value != null && tag.getValue().contains(value)) {
				return true;
			}
		}
		return false;
	}

	private static String kind(String status) {
		return (status.length() == STATUS_LENGTH) ? status.charAt(0) + "xx" : "";
	}

}
