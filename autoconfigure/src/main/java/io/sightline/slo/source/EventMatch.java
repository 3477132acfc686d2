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
 * Which events count.
 *
 * @param source what the events are
 * @param name the name of the observation or meter
 * @param tags the values that each of these tags may have; a value that ends in
 * {@code /**} stands for all below it
 */
public record EventMatch(EventSource source, String name, Map<String, Set<String>> tags) {

	/**
	 * The tag of a request's route.
	 */
	public static final String URI = "uri";

	private static final String BELOW = "/**";

	public EventMatch {
		tags = Map.copyOf(tags);
	}

	boolean matches(Function<String, @Nullable String> values) {
		for (Map.Entry<String, Set<String>> tag : this.tags.entrySet()) {
			String value = values.apply(tag.getKey());
			if (value == null || !(tag.getValue().contains(value) || isBelow(tag.getValue(), value))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isBelow(Set<String> patterns, String value) {
		for (String pattern : patterns) {
			if (pattern.endsWith(BELOW) && value.startsWith(pattern.substring(0, pattern.length() - 2))) {
				return true;
			}
		}
		return false;
	}

}
