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

package io.sightline.test;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/**
 * Makes spans of one trace.
 */
final class Spans {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private Spans() {
	}

	static SpanData root(SpanKind kind, String name) {
		return span(kind, name, Attributes.empty()).build();
	}

	static SpanData child(SpanData parent, SpanKind kind, String name) {
		return span(kind, name, Attributes.empty()).setParentSpanContext(parent.getSpanContext()).build();
	}

	static SpanData remoteChild(SpanData parent, SpanKind kind, String name) {
		SpanContext remote = SpanContext.createFromRemoteParent(TRACE, parent.getSpanId(), TraceFlags.getSampled(),
				TraceState.getDefault());
		return span(kind, name, Attributes.empty()).setParentSpanContext(remote).build();
	}

	static SpanData with(SpanKind kind, Attributes attributes) {
		return span(kind, "any", attributes).build();
	}

	static SpanData withEvent(String name, Attributes attributes) {
		return span(SpanKind.INTERNAL, "any", Attributes.empty())
			.setEvents(List.of(EventData.create(1, name, attributes)))
			.build();
	}

	private static TestSpanData.Builder span(SpanKind kind, String name, Attributes attributes) {
		String id = "%016x".formatted(Integer.toUnsignedLong((kind + name).hashCode()) + 1);
		return TestSpanData.builder()
			.setSpanContext(SpanContext.create(TRACE, id, TraceFlags.getSampled(), TraceState.getDefault()))
			.setKind(kind)
			.setName(name)
			.setAttributes(attributes)
			.setStatus(StatusData.unset())
			.setHasEnded(true)
			.setStartEpochNanos(0)
			.setEndEpochNanos(1_500_000);
	}

}
