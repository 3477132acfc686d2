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

package io.sightline.metrics;

import io.micrometer.core.instrument.observation.MeterObservationHandler;
import io.micrometer.observation.Observation;
import io.micrometer.tracing.CurrentTraceContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes the span of an observation current while its meter is recorded, as Micrometer's
 * own wrapper does, so that an exemplar finds it; but only where one can come of it: the
 * span is kept, or stands in front of another one that is.
 */
final class SampledScopeMeterHandler implements MeterObservationHandler<Observation.Context> {

	private final MeterObservationHandler<Observation.Context> meters;

	private final Tracer tracer;

	/**
	 * Creates a handler.
	 * @param meters records
	 * @param tracer makes spans current
	 */
	SampledScopeMeterHandler(MeterObservationHandler<Observation.Context> meters, Tracer tracer) {
		this.meters = meters;
		this.tracer = tracer;
	}

	@Override
	public void onStop(Observation.Context context) {
		Span span = span(context.get(TracingContext.class));
		if (span == null || !(isSampled(span.context()) || isSampled(this.tracer.currentTraceContext().context()))) {
			this.meters.onStop(context);
			return;
		}
		try (CurrentTraceContext.Scope scope = this.tracer.currentTraceContext().maybeScope(span.context())) {
			this.meters.onStop(context);
		}
	}

	private static boolean isSampled(@Nullable TraceContext context) {
		return context != null && Boolean.TRUE.equals(context.sampled());
	}

	private static @Nullable Span span(@Nullable TracingContext tracing) {
		return (tracing != null) ? tracing.getSpan() : null;
	}

	@Override
	public void onStart(Observation.Context context) {
		this.meters.onStart(context);
	}

	@Override
	public void onError(Observation.Context context) {
		this.meters.onError(context);
	}

	@Override
	public void onEvent(Observation.Event event, Observation.Context context) {
		this.meters.onEvent(event, context);
	}

	@Override
	public void onScopeOpened(Observation.Context context) {
		this.meters.onScopeOpened(context);
	}

	@Override
	public void onScopeClosed(Observation.Context context) {
		this.meters.onScopeClosed(context);
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return this.meters.supportsContext(context);
	}

}
