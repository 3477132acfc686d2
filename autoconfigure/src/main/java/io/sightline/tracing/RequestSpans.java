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

package io.sightline.tracing;

import java.util.Iterator;
import java.util.Objects;

import io.micrometer.observation.transport.Propagator;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.sightline.tracing.semconv.RequestFacts;
import org.jspecify.annotations.Nullable;

/**
 * Starts the spans of requests that are received, with the caller's context. Does what
 * Micrometer's bridge does, without the lists and attributes that it makes first.
 */
public final class RequestSpans {

	private final Tracer tracer;

	private final TextMapPropagator propagator;

	/**
	 * Creates a factory of spans.
	 * @param tracer starts them
	 * @param propagator reads the caller's context
	 */
	public RequestSpans(Tracer tracer, TextMapPropagator propagator) {
		this.tracer = tracer;
		this.propagator = propagator;
	}

	Span start(ReceiverContext<Object> context, RequestFacts request) {
		Context current = Context.current();
		Context caller = this.propagator.extract(current, context.getCarrier(),
				new Headers(context.getGetter(), this.propagator));
		// Samplers and processors see the span of the caller, and not its baggage.
		Context parent = io.opentelemetry.api.trace.Span.fromContext(caller).storeInContext(current);
		SpanBuilder builder = this.tracer.spanBuilder("").setParent(parent).setSpanKind(SpanKind.SERVER);
		request.describe(builder);
		return OtelSpan.fromOtel(builder.startSpan(), caller);
	}

	private record Headers(Propagator.Getter<Object> getter,
			TextMapPropagator propagator) implements TextMapGetter<Object> {

		@Override
		public Iterable<String> keys(Object carrier) {
			return this.propagator.fields();
		}

		@Override
		public @Nullable String get(@Nullable Object carrier, String key) {
			return (carrier != null) ? this.getter.get(carrier, key) : null;
		}

		@Override
		public Iterator<String> getAll(@Nullable Object carrier, String key) {
			return this.getter.getAll(Objects.requireNonNull(carrier), key).iterator();
		}

	}

}
