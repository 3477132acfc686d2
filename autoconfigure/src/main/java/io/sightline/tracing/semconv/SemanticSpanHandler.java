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

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelSpan;

/**
 * Makes spans of what happens inside of this process.
 */
public final class SemanticSpanHandler extends DefaultTracingObservationHandler {

	private final SpanConventions conventions;

	/**
	 * Creates a handler.
	 * @param tracer starts the spans
	 * @param conventions names them
	 */
	public SemanticSpanHandler(Tracer tracer, SpanConventions conventions) {
		super(tracer);
		this.conventions = conventions;
	}

	@Override
	public void onStop(Observation.Context context) {
		Span span = getRequiredSpan(context);
		this.conventions.describe(context, OtelSpan.toOtel(span));
		endSpan(context, span);
	}

	/**
	 * Ends the span itself, as Micrometer's copies all its data first, and marks it as
	 * good, which the conventions leave to the application.
	 */
	@Override
	public void endSpan(Observation.Context context, Span span) {
		getTracingContext(context).close();
		OtelSpan.toOtel(span).end();
	}

}
