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
package io.sightline.tracing.propagation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

/**
 * Reads headers, of which there may be several of a name.
 */
final class Headers {

	private static final int MAX = 100;

	private Headers() {
	}

	static <C> List<String> all(@Nullable C carrier, TextMapGetter<C> getter, String name) {
		List<String> values = new ArrayList<>(1);
		Iterator<String> all = getter.getAll(carrier, name);
		while (all.hasNext() && values.size() < MAX) {
			values.add(all.next());
		}
		return values;
	}

	static <C> @Nullable String first(@Nullable C carrier, TextMapGetter<C> getter, String name) {
		String value = getter.get(carrier, name);
		return (value != null) ? trim(value) : null;
	}

	/**
	 * Take optional white space away, which is blanks and tabs.
	 * @param value a value
	 * @return the value without
	 */
	static String trim(String value) {
		int start = 0;
		int end = value.length();
		while (start < end && isBlank(value.charAt(start))) {
			start++;
		}
		while (end > start && isBlank(value.charAt(end - 1))) {
			end--;
		}
		return value.substring(start, end);
	}

	private static boolean isBlank(char c) {
		return c == ' ' || c == '\t';
	}

}
