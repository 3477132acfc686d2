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

package io.sightline.context;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Values that the application wants on every log line of a piece of work, whoever writes
 * the line: <pre class="code">
 * try (LogContext.Scope scope = LogContext.put("order.id", id)) {
 *     ...
 * }
 * </pre> They keep their JSON types, reach asynchronous work and reactive pipelines with
 * Micrometer's context propagation, and end with the scope. A scope is closed by the
 * thread that opened it, the innermost first.
 * <p>
 * At most {@value #MAX_ENTRIES} values are kept, each of bounded size; what is more is
 * left out.
 */
public final class LogContext {

	/**
	 * The most values that are kept at a time.
	 */
	public static final int MAX_ENTRIES = 50;

	/**
	 * Every binding is an immutable snapshot: to capture it is to copy a reference.
	 */
	private static final ThreadLocal<Map<String, Object>> CURRENT = new ThreadLocal<>();

	private LogContext() {
	}

	/**
	 * Adds a value until the scope is closed. A value of the same name is hidden as long.
	 * @param name the name of the field
	 * @param value a number or boolean, written as such; or anything else, written as
	 * what its {@code toString()} says now; {@code null} for none
	 * @return the scope, to be closed by the same thread
	 */
	public static Scope put(String name, @Nullable Object value) {
		Map<String, Object> previous = CURRENT.get();
		bind(with((previous != null) ? previous : Map.of(), name, value));
		return () -> bind(previous);
	}

	/**
	 * The values that lines of the current thread get.
	 * @return an immutable snapshot
	 */
	public static Map<String, Object> current() {
		Map<String, Object> current = CURRENT.get();
		return (current != null) ? current : Map.of();
	}

	/**
	 * Values with another one, which hides one of the same name.
	 * @param values the values
	 * @param name the name of the field
	 * @param value the value
	 * @return an immutable snapshot
	 */
	static Map<String, Object> with(Map<String, Object> values, String name, @Nullable Object value) {
		String key = BoundedValues.name(name);
		if (values.size() >= MAX_ENTRIES && !values.containsKey(key)) {
			return values;
		}
		Map<String, Object> copy = new LinkedHashMap<>(values);
		if (value != null) {
			copy.put(key, BoundedValues.of(value));
		}
		else {
			copy.remove(key);
		}
		return Collections.unmodifiableMap(copy);
	}

	static void bind(@Nullable Map<String, Object> values) {
		if (values != null) {
			CURRENT.set(values);
		}
		else {
			CURRENT.remove();
		}
	}

	/**
	 * Ends the life of a value.
	 */
	@FunctionalInterface
	public interface Scope extends AutoCloseable {

		@Override
		void close();

	}

}
