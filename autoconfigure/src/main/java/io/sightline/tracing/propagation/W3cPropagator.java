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
package io.sightline.tracing.propagation;

import java.util.Collection;
import java.util.List;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * The W3C Trace Context, level 2.
 */
final class W3cPropagator implements TextMapPropagator {

	static final String TRACE_PARENT = "traceparent";

	static final String TRACE_STATE = "tracestate";

	@Override
	public Collection<String> fields() {
		return List.of(TRACE_PARENT, TRACE_STATE);
	}

	@Override
	public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		SpanContext span = Span.fromContext(context).getSpanContext();
		if (!span.isValid()) {
			return;
		}
		setter.set(carrier, TRACE_PARENT,
				"00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex());
		String state = (span.getTraceState().isEmpty()) ? "" : W3cTraceState.format(span.getTraceState());
		if (!state.isEmpty()) {
			setter.set(carrier, TRACE_STATE, state);
		}
	}

	@Override
	public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		List<String> headers = Headers.all(carrier, getter, TRACE_PARENT);
		TraceParent parent = (headers.size() == 1) ? TraceParent.parse(Headers.trim(headers.get(0))) : null;
		if (parent == null) {
			return context;
		}
		return context.with(Span.wrap(SpanContext.createFromRemoteParent(parent.traceId(), parent.parentId(),
				parent.flags(), W3cTraceState.parse(Headers.all(carrier, getter, TRACE_STATE)))));
	}

}
