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

import io.opentelemetry.api.trace.SpanKind;
import org.jspecify.annotations.Nullable;

/**
 * What a rule can know of a span. When a span starts, few of its attributes are there.
 */
public interface SpanFacts {

	/**
	 * The name of the span.
	 * @return the name so far
	 */
	String name();

	/**
	 * The kind of the span.
	 * @return the kind
	 */
	SpanKind kind();

	/**
	 * The value of an attribute, as text.
	 * @param key the key
	 * @return the value, or {@code null} if there is none so far
	 */
	@Nullable String attribute(String key);

}
