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

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a span with OpenTelemetry's attributes.
 */
record AttributeFacts(String name, SpanKind kind, Attributes attributes) implements SpanFacts {

	@Override
	public @Nullable String attribute(String key) {
		String text = this.attributes.get(AttributeKey.stringKey(key));
		return (text != null) ? text : other(key);
	}

	private @Nullable String other(String key) {
		for (AttributeKey<?> candidate : this.attributes.asMap().keySet()) {
			if (candidate.getKey().equals(key)) {
				return String.valueOf(this.attributes.get(candidate));
			}
		}
		return null;
	}

}
