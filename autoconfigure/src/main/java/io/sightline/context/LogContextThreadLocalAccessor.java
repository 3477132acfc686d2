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

import java.util.Map;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Lets Micrometer's context propagation carry the values of the {@link LogContext} to
 * other threads and into the Reactor context. Found by the service loader.
 */
public final class LogContextThreadLocalAccessor implements ThreadLocalAccessor<Map<String, Object>> {

	/**
	 * The key of the values in a Reactor context.
	 */
	public static final String KEY = "sightline.log";

	@Override
	public Object key() {
		return KEY;
	}

	@Override
	public @Nullable Map<String, Object> getValue() {
		Map<String, Object> current = LogContext.current();
		return current.isEmpty() ? null : current;
	}

	@Override
	public void setValue(Map<String, Object> value) {
		LogContext.bind(value);
	}

	@Override
	public void setValue() {
		LogContext.bind(null);
	}

}
