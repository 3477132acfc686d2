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
import java.util.Set;

import io.micrometer.observation.Observation;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;

/**
 * Spans of methods: scheduled ones, and those with {@code @Observed}.
 */
final class CodeConvention implements SpanConvention {

	private final String type;

	private final String method;

	private final KeyTranslation keys;

	/**
	 * Creates a convention.
	 * @param type the key of the class
	 * @param method the key of the method
	 */
	CodeConvention(String type, String method) {
		this.type = type;
		this.method = method;
		this.keys = new KeyTranslation(Map.<String, AttributeKey<?>>of(),
				Set.of(type, method, "exception", "outcome", "error"));
	}

	@Override
	public boolean applies(Observation.Context context) {
		return SpanConvention.has(context, this.type) && SpanConvention.has(context, this.method);
	}

	@Override
	public void describe(Observation.Context context, Span span) {
		span.updateName(OtherConvention.name(context));
		span.setAttribute(SpanKeys.FUNCTION,
				SpanConvention.value(context, this.type) + "." + SpanConvention.value(context, this.method));
		this.keys.apply(context.getLowCardinalityKeyValues(), span);
		this.keys.apply(context.getHighCardinalityKeyValues(), span);
		SpanConvention.tagError(context, span);
	}

}
