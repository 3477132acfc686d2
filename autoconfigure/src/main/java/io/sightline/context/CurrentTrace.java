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

package io.sightline.context;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * The trace that the current thread works in. OpenTelemetry's API is optional.
 */
public final class CurrentTrace {

	private static final boolean OPENTELEMETRY = ClassUtils.isPresent("io.opentelemetry.api.trace.Span",
			CurrentTrace.class.getClassLoader());

	private CurrentTrace() {
	}

	/**
	 * The trace that something logged now on this thread belongs to: that of the current
	 * span, else that of the unit of work.
	 * @param request the current request, if any
	 * @return the ids, or {@code null} outside of a trace
	 */
	public static @Nullable TraceIds find(@Nullable RequestContext request) {
		TraceIds trace = span();
		if (trace == null) {
			WorkContext work = WorkContext.current();
			trace = (work != null) ? work.trace() : null;
		}
		return (trace == null && request != null) ? request.trace() : trace;
	}

	/**
	 * The current span.
	 * @return its ids, or {@code null} if there is none
	 */
	public static @Nullable TraceIds span() {
		return OPENTELEMETRY ? OpenTelemetry.find() : null;
	}

	private static final class OpenTelemetry {

		static @Nullable TraceIds find() {
			SpanContext span = Span.current().getSpanContext();
			return span.isValid()
					? new TraceIds(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex(), span.isSampled())
					: null;
		}

	}

}
