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

package io.sightline.tracing.semconv;

import io.micrometer.observation.Observation;
import io.opentelemetry.api.trace.Span;

/**
 * What the spans of one kind of observation look like.
 */
interface SpanConvention {

	/**
	 * Whether an observation is of this kind.
	 * @param context the observation
	 * @return {@code true} if this describes its span
	 */
	boolean applies(Observation.Context context);

	/**
	 * Name a span and tell what is known at its end.
	 * @param context the observation
	 * @param span its span
	 */
	void describe(Observation.Context context, Span span);

	/**
	 * The value of a key of low cardinality.
	 * @param context the observation
	 * @param key the key
	 * @return the value, or an empty text
	 */
	static String value(Observation.Context context, String key) {
		var keyValue = context.getLowCardinalityKeyValue(key);
		return (keyValue != null) ? keyValue.getValue() : "";
	}

	/**
	 * Whether an observation has a key of low cardinality.
	 * @param context the observation
	 * @param key the key
	 * @return {@code true} if it has
	 */
	static boolean has(Observation.Context context, String key) {
		return context.getLowCardinalityKeyValue(key) != null;
	}

	/**
	 * Tell what failed.
	 * @param context the observation
	 * @param span its span
	 */
	static void tagError(Observation.Context context, Span span) {
		Throwable error = context.getError();
		if (error != null) {
			span.setAttribute(SpanKeys.ERROR_TYPE, error.getClass().getName());
		}
	}

}
