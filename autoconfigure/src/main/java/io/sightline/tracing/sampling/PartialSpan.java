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
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * A span of a trace of which other spans were left out.
 */
public final class PartialSpan extends DelegatingSpanData {

	static final AttributeKey<Boolean> PARTIAL = AttributeKey.booleanKey("sightline.partial");

	private final Attributes attributes;

	/**
	 * Marks a span.
	 * @param span the span
	 */
	public PartialSpan(SpanData span) {
		super(span);
		this.attributes = span.getAttributes().toBuilder().put(PARTIAL, true).build();
	}

	@Override
	public Attributes getAttributes() {
		return this.attributes;
	}

	@Override
	public int getTotalAttributeCount() {
		return super.getTotalAttributeCount() + 1;
	}

}
