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

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/**
 * Spans of all other observations, which keep the names that they were given.
 */
final class OtherConvention implements SpanConvention {

	private static final String ERROR = "error";

	private static final KeyTranslation KEYS = new KeyTranslation(Map.<String, AttributeKey<?>>of(), Set.of(ERROR));

	@Override
	public boolean applies(Observation.Context context) {
		return true;
	}

	@Override
	public void describe(Observation.Context context, Span span) {
		span.updateName(name(context));
		KEYS.apply(context.getLowCardinalityKeyValues(), span);
		KEYS.apply(context.getHighCardinalityKeyValues(), span);
		KeyValue error = context.getLowCardinalityKeyValue(ERROR);
		if (error != null && !KeyValue.NONE_VALUE.equals(error.getValue())) {
			span.setStatus(StatusCode.ERROR, error.getValue());
		}
		SpanConvention.tagError(context, span);
	}

	static String name(Observation.Context context) {
		String contextual = context.getContextualName();
		return (contextual != null && !contextual.isBlank()) ? contextual
				: Objects.requireNonNullElse(context.getName(), "unknown");
	}

}
