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

package io.sightline.tracing.jdbc;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;

/**
 * Makes a client span of an execution. Says of a failure what it was, and not its
 * message: drivers put values, and whole statements, into messages.
 */
public final class JdbcTracingObservationHandler implements TracingObservationHandler<JdbcQueryContext> {

	private static final AttributeKey<String> EXCEPTION_TYPE = AttributeKey.stringKey("exception.type");

	private final OtelTracer tracer;

	/**
	 * Creates a handler.
	 * @param tracer starts the spans
	 */
	public JdbcTracingObservationHandler(OtelTracer tracer) {
		this.tracer = tracer;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof JdbcQueryContext;
	}

	@Override
	public void onStart(JdbcQueryContext context) {
		Span.Builder builder = this.tracer.spanBuilder().name(getSpanName(context)).kind(Span.Kind.CLIENT);
		Span parent = getParentSpan(context);
		if (parent != null) {
			builder.setParent(parent.context());
		}
		builder.tag(DatabaseKeys.SYSTEM, context.getSystem());
		getTracingContext(context).setSpan(builder.start());
	}

	@Override
	public void onError(JdbcQueryContext context) {
		Throwable error = context.getError();
		if (error != null) {
			span(context).setStatus(StatusCode.ERROR)
				.addEvent("exception", Attributes.of(EXCEPTION_TYPE, error.getClass().getName()));
		}
	}

	/**
	 * Ends the span itself, as Micrometer's copies all its data first, and marks it as
	 * good, which the conventions leave to the application.
	 */
	@Override
	public void onStop(JdbcQueryContext context) {
		io.opentelemetry.api.trace.Span span = span(context);
		if (span.isRecording()) {
			span.updateName(getSpanName(context));
			for (KeyValue keyValue : context.getAllKeyValues()) {
				tag(span, keyValue.getKey(), keyValue.getValue());
			}
		}
		span.end();
	}

	private io.opentelemetry.api.trace.Span span(JdbcQueryContext context) {
		return OtelSpan.toOtel(getRequiredSpan(context));
	}

	private static void tag(io.opentelemetry.api.trace.Span span, String key, String value) {
		switch (key) {
			case DatabaseKeys.BATCH_SIZE, DatabaseKeys.SERVER_PORT -> span.setAttribute(key, Long.parseLong(value));
			case DatabaseKeys.OPERATION -> {
				if (!DatabaseKeys.OTHER.equals(value)) {
					span.setAttribute(key, value);
				}
			}
			default -> span.setAttribute(key, value);
		}
	}

	@Override
	public Tracer getTracer() {
		return this.tracer;
	}

}
