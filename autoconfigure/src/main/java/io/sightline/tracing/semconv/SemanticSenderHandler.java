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

import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;

/**
 * Makes spans of calls and messages that are sent.
 */
public final class SemanticSenderHandler extends PropagatingSenderTracingObservationHandler<SenderContext<Object>> {

	private final SpanConventions conventions;

	private final @Nullable SenderSpans spans;

	/**
	 * Creates a handler.
	 * @param tracer starts the spans
	 * @param propagator injects their context
	 * @param conventions names them
	 * @param spans starts spans below a span that is current in the place of tracer and
	 * propagator, or {@code null} if those are not of OpenTelemetry alone
	 */
	public SemanticSenderHandler(Tracer tracer, Propagator propagator, SpanConventions conventions,
			@Nullable SenderSpans spans) {
		super(tracer, propagator);
		this.conventions = conventions;
		this.spans = spans;
	}

	/**
	 * Starts the span of a call itself. A span that is current is the parent, whoever
	 * made it so.
	 */
	@Override
	public void onStart(SenderContext<Object> context) {
		Span span = (this.spans != null && isPlain(context)) ? this.spans.start(context) : null;
		if (span != null) {
			context.put(TracingContext.class, new OneScopeTracingContext());
			super.getTracingContext(context).setSpan(span);
			return;
		}
		super.onStart(context);
		// Micrometer's connects it with the observation, for baggage.
		super.getTracingContext(context);
	}

	private static boolean isPlain(SenderContext<Object> context) {
		return context.getRemoteServiceName() == null && context.getRemoteServiceAddress() == null
				&& context.get(TracingContext.class) == null;
	}

	/**
	 * Looks it up only, once there is a span: to make it if it is missing, as Micrometer
	 * does each time, costs more and may lock a part of the observation's map.
	 */
	@Override
	public TracingContext getTracingContext(SenderContext<Object> context) {
		TracingContext started = context.get(TracingContext.class);
		return (started != null && started.getSpan() != null) ? started : super.getTracingContext(context);
	}

	@Override
	public void onStop(SenderContext<Object> context) {
		Span span = getRequiredSpan(context);
		this.conventions.describe(context, OtelSpan.toOtel(span));
		endSpan(context, span);
	}

	/**
	 * Ends the span itself, as {@link SemanticSpanHandler} does.
	 */
	@Override
	public void endSpan(SenderContext<Object> context, Span span) {
		getTracingContext(context).close();
		OtelSpan.toOtel(span).end();
	}

}
