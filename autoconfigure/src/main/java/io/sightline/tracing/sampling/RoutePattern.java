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

package io.sightline.tracing.sampling;

import java.util.List;

/**
 * A path with wild cards: {@code *} and {@code {name}} stand for one segment, {@code **}
 * for any number of them. Takes linear time.
 */
final class RoutePattern {

	private static final String ANY = "**";

	private final String text;

	private final List<String> segments;

	RoutePattern(String text) {
		this.text = text;
		this.segments = List.of(text.split("/", -1));
	}

	/**
	 * Whether a path or a template of paths is meant.
	 */
	boolean matches(String path) {
		return this.text.equals(path) || matches(path.split("/", -1));
	}

	private boolean matches(String[] path) {
		int pattern = 0;
		int retryPattern = -1;
		int retryPath = 0;
		int index = 0;
		while (index < path.length) {
			if (pattern < this.segments.size() && ANY.equals(this.segments.get(pattern))) {
				retryPattern = ++pattern;
				retryPath = index;
			}
			else if (pattern < this.segments.size() && matches(this.segments.get(pattern), path[index])) {
				pattern++;
				index++;
			}
			else if (retryPattern >= 0) {
				pattern = retryPattern;
				index = ++retryPath;
			}
			else {
				return false;
			}
		}
		return this.segments.subList(pattern, this.segments.size()).stream().allMatch(ANY::equals);
	}

	private static boolean matches(String segment, String actual) {
		boolean wild = "*".equals(segment) || (segment.startsWith("{") && segment.endsWith("}"));
		return (wild) ? !actual.isEmpty() : segment.equals(actual);
	}

	@Override
	public String toString() {
		return this.text;
	}

}
