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

package io.sightline.logging.json;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.sightline.context.RequestContext;
import io.sightline.context.TraceIds;
import tools.jackson.core.JsonGenerator;

/**
 * The trace that the line belongs to, from the span that is current on the thread: no
 * copy in the MDC is needed. Without a span, what is logged of a request belongs to the
 * request's own.
 */
final class TraceProvider extends LineProvider {

	@Override
	public void writeTo(JsonGenerator json, ILoggingEvent event) {
		SpanContext span = Span.current().getSpanContext();
		if (span.isValid()) {
			write(json, span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex(), span.isSampled());
			return;
		}
		RequestContext request = RequestContext.current();
		TraceIds trace = (request != null) ? request.trace() : null;
		if (trace != null) {
			write(json, trace.traceId(), trace.spanId(), trace.flags(), trace.sampled());
		}
	}

	private static void write(JsonGenerator json, String traceId, String spanId, String flags, boolean sampled) {
		json.writeStringProperty(LogFields.TRACE_ID, traceId);
		json.writeStringProperty(LogFields.SPAN_ID, spanId);
		json.writeStringProperty(LogFields.TRACE_FLAGS, flags);
		json.writeBooleanProperty(LogFields.SAMPLED, sampled);
	}

}
