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
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * B3, in one header or in several. Reads both forms.
 */
final class B3Propagator implements TextMapPropagator {

	static final String SINGLE = "b3";

	static final String TRACE_ID = "X-B3-TraceId";

	static final String SPAN_ID = "X-B3-SpanId";

	static final String SAMPLED = "X-B3-Sampled";

	static final String FLAGS = "X-B3-Flags";

	private static final ContextKey<Boolean> DEBUG = ContextKey.named("sightline-b3-debug");

	private static final String LONG_PREFIX = "0000000000000000";

	private final boolean single;

	B3Propagator(boolean single) {
		this.single = single;
	}

	@Override
	public Collection<String> fields() {
		return (this.single) ? List.of(SINGLE) : List.of(TRACE_ID, SPAN_ID, SAMPLED, FLAGS);
	}

	@Override
	public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		SpanContext span = Span.fromContext(context).getSpanContext();
		if (!span.isValid()) {
			return;
		}
		boolean debug = span.isSampled() && Boolean.TRUE.equals(context.get(DEBUG));
		String sampled = (span.isSampled()) ? "1" : "0";
		if (this.single) {
			setter.set(carrier, SINGLE, span.getTraceId() + "-" + span.getSpanId() + "-" + ((debug) ? "d" : sampled));
			return;
		}
		setter.set(carrier, TRACE_ID, span.getTraceId());
		setter.set(carrier, SPAN_ID, span.getSpanId());
		setter.set(carrier, (debug) ? FLAGS : SAMPLED, (debug) ? "1" : sampled);
	}

	@Override
	public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		String header = Headers.first(carrier, getter, SINGLE);
		Context extracted = (header != null) ? single(context, header) : context;
		return (extracted != context) ? extracted : multiple(context, carrier, getter);
	}

	private static Context single(Context context, String header) {
		String[] parts = header.split("-", -1);
		if (parts.length == 1) {
			return decided(context, parts[0]);
		}
		boolean parent = parts.length < 4 || parts.length == 4 && isId(parts[3], 16);
		String state = (parts.length > 2) ? parts[2] : null;
		return (parent && (state == null || isDecision(state))) ? traced(context, parts[0], parts[1], state) : context;
	}

	private static <C> Context multiple(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		String state = "1".equals(Headers.first(carrier, getter, FLAGS)) ? "d"
				: decision(Headers.first(carrier, getter, SAMPLED));
		String traceId = Headers.first(carrier, getter, TRACE_ID);
		String spanId = Headers.first(carrier, getter, SPAN_ID);
		Context traced = (traceId != null && spanId != null) ? traced(context, traceId, spanId, state) : context;
		return (traced == context && state != null) ? decided(context, state) : traced;
	}

	private static @Nullable String decision(@Nullable String sampled) {
		if (sampled == null) {
			return null;
		}
		return switch (sampled) {
			case "1", "true" -> "1";
			case "0", "false" -> "0";
			default -> null;
		};
	}

	private static boolean isDecision(String state) {
		return "0".equals(state) || "1".equals(state) || "d".equals(state);
	}

	private static boolean isId(String id, int length) {
		return id.length() == length && Hex.isLowerCase(id, 0, length) && !Hex.isZero(id, 0, length);
	}

	/**
	 * A decision about a trace that is yet to begin.
	 */
	private static Context decided(Context context, String state) {
		if (!isDecision(state)) {
			return context;
		}
		RemoteDecision decision = "0".equals(state) ? RemoteDecision.DENY : RemoteDecision.ACCEPT;
		return debug(context, state).with(RemoteSpan.of(SpanContext.getInvalid(), decision));
	}

	private static Context traced(Context context, String traceId, String spanId, @Nullable String state) {
		String full = (traceId.length() == LONG_PREFIX.length()) ? LONG_PREFIX + traceId : traceId;
		if (!isId(full, 32) || !isId(spanId, 16)) {
			return context;
		}
		boolean sampled = state != null && !"0".equals(state);
		SpanContext parent = SpanContext.createFromRemoteParent(full, spanId,
				(sampled) ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault());
		Span span = (state != null) ? Span.wrap(parent) : RemoteSpan.of(parent, RemoteDecision.DEFER);
		return debug(context, state).with(span);
	}

	private static Context debug(Context context, @Nullable String state) {
		return "d".equals(state) ? context.with(DEBUG, true) : context;
	}

}
