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

import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.jspecify.annotations.Nullable;

/**
 * Starts the spans of what is sent below a span that is current, and writes the headers,
 * without the lists and wrappers that Micrometer's bridge makes for each call. Also a
 * span that the application made current with OpenTelemetry's API, inside of an
 * observation, is the parent; the bridge makes the call its sibling.
 */
public final class SenderSpans {

	private final Tracer tracer;

	private final TextMapPropagator propagator;

	/**
	 * Creates a factory of spans.
	 * @param tracer starts them
	 * @param propagator writes their context
	 */
	public SenderSpans(Tracer tracer, TextMapPropagator propagator) {
		this.tracer = tracer;
		this.propagator = propagator;
	}

	/**
	 * Starts a span below the current one, whoever made it so.
	 * @param context what is sent
	 * @return the span, or {@code null} if none is current
	 */
	@Nullable Span start(SenderContext<Object> context) {
		Context current = Context.current();
		if (!io.opentelemetry.api.trace.Span.fromContext(current).getSpanContext().isValid()) {
			return null;
		}
		io.opentelemetry.api.trace.Span span = this.tracer.spanBuilder("")
			.setParent(current)
			.setSpanKind(kind(context.getKind()))
			.startSpan();
		this.propagator.inject(span.storeInContext(current), context.getCarrier(), context.getSetter()::set);
		return OtelSpan.fromOtel(span, current);
	}

	private static SpanKind kind(Kind kind) {
		return switch (kind) {
			case SERVER -> SpanKind.SERVER;
			case CLIENT -> SpanKind.CLIENT;
			case PRODUCER -> SpanKind.PRODUCER;
			case CONSUMER -> SpanKind.CONSUMER;
		};
	}

}
