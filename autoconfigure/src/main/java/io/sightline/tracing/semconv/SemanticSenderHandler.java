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

/**
 * Makes spans of calls and messages that are sent.
 */
public final class SemanticSenderHandler extends PropagatingSenderTracingObservationHandler<SenderContext<Object>> {

	private final SpanConventions conventions;

	/**
	 * Creates a handler.
	 * @param tracer starts the spans
	 * @param propagator injects their context
	 * @param conventions names them
	 */
	public SemanticSenderHandler(Tracer tracer, Propagator propagator, SpanConventions conventions) {
		super(tracer, propagator);
		this.conventions = conventions;
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
