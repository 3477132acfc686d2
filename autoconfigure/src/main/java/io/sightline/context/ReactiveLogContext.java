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
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/**
 * The {@link LogContext} of a reactive pipeline, whose values live in the Reactor context
 * and not on a thread: <pre class="code">
 * return orders.find(id).contextWrite(ReactiveLogContext.put("order.id", id));
 * </pre> The values are on the lines of all operators above.
 */
public final class ReactiveLogContext {

	private ReactiveLogContext() {
	}

	/**
	 * Adds a value for all operators above.
	 * @param name the name of the field
	 * @param value a number or boolean, written as such; or anything else, written as
	 * what its {@code toString()} says now; {@code null} for none
	 * @return for use with {@code contextWrite}
	 */
	public static UnaryOperator<Context> put(String name, @Nullable Object value) {
		return (reactor) -> {
			Map<String, Object> values = reactor.hasKey(LogContextThreadLocalAccessor.KEY)
					? reactor.get(LogContextThreadLocalAccessor.KEY) : Map.of();
			return reactor.put(LogContextThreadLocalAccessor.KEY, LogContext.with(values, name, value));
		};
	}

}
