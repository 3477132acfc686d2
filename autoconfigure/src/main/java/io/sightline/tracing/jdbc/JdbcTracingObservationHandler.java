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

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Makes a client span of an execution. Says of a failure what it was, and not its
 * message: drivers put values, and whole statements, into messages.
 */
public final class JdbcTracingObservationHandler implements TracingObservationHandler<JdbcQueryContext> {

	private static final AttributeKey<String> EXCEPTION_TYPE = AttributeKey.stringKey("exception.type");

	private static final AttributeKey<Long> BATCH_SIZE = AttributeKey.longKey(DatabaseKeys.BATCH_SIZE);

	private static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey(DatabaseKeys.SERVER_PORT);

	private static final Map<String, AttributeKey<String>> TEXTS = Stream
		.of(DatabaseKeys.SYSTEM, DatabaseKeys.NAMESPACE, DatabaseKeys.OPERATION, DatabaseKeys.SUMMARY,
				DatabaseKeys.TEXT, DatabaseKeys.PROCEDURE, DatabaseKeys.STATUS_CODE, DatabaseKeys.ERROR_TYPE,
				DatabaseKeys.SERVER_ADDRESS)
		.collect(Collectors.toUnmodifiableMap(Function.identity(), AttributeKey::stringKey));

	private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey(DatabaseKeys.SYSTEM);

	private final OtelTracer tracer;

	private final io.opentelemetry.api.trace.@Nullable Tracer spans;

	/**
	 * Creates a handler.
	 * @param tracer knows the spans of observations
	 * @param spans starts the spans below a span that is current, or {@code null} if that
	 * is for the other tracer to do
	 */
	public JdbcTracingObservationHandler(OtelTracer tracer, io.opentelemetry.api.trace.@Nullable Tracer spans) {
		this.tracer = tracer;
		this.spans = spans;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof JdbcQueryContext;
	}

	/**
	 * Starts the span itself, as Micrometer's way makes lists and attributes of its own
	 * first. A span that is current is the parent, whoever made it so.
	 */
	@Override
	public void onStart(JdbcQueryContext context) {
		Context current = Context.current();
		boolean below = io.opentelemetry.api.trace.Span.fromContext(current).getSpanContext().isValid();
		if (this.spans != null && below && context.get(TracingContext.class) == null) {
			getTracingContext(context).setSpan(OtelSpan.fromOtel(this.spans.spanBuilder(getSpanName(context))
				.setParent(current)
				.setSpanKind(SpanKind.CLIENT)
				.setAttribute(SYSTEM, context.getSystem())
				.startSpan(), current));
			return;
		}
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
			tag(span, context.getLowCardinalityKeyValues());
			tag(span, context.getHighCardinalityKeyValues());
		}
		span.end();
	}

	private io.opentelemetry.api.trace.Span span(JdbcQueryContext context) {
		TracingContext started = context.get(TracingContext.class);
		Span span = (started != null) ? started.getSpan() : null;
		return OtelSpan.toOtel((span != null) ? span : getRequiredSpan(context));
	}

	private static void tag(io.opentelemetry.api.trace.Span span, KeyValues keyValues) {
		for (KeyValue keyValue : keyValues) {
			tag(span, keyValue.getKey(), keyValue.getValue());
		}
	}

	private static void tag(io.opentelemetry.api.trace.Span span, String key, String value) {
		AttributeKey<String> text = TEXTS.get(key);
		if (text != null) {
			if (!DatabaseKeys.OTHER.equals(value) || !DatabaseKeys.OPERATION.equals(key)) {
				span.setAttribute(text, value);
			}
			return;
		}
		switch (key) {
			case DatabaseKeys.BATCH_SIZE -> span.setAttribute(BATCH_SIZE, Long.valueOf(value));
			case DatabaseKeys.SERVER_PORT -> span.setAttribute(SERVER_PORT, Long.valueOf(value));
			default -> span.setAttribute(key, value);
		}
	}

	@Override
	public Tracer getTracer() {
		return this.tracer;
	}

}
