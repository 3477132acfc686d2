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

package io.sightline.logging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.sightline.context.RequestContext;
import io.sightline.context.TraceIds;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * The trace that something logged now on this thread belongs to: that of the current
 * span, else that of the current request. OpenTelemetry's API is optional.
 */
final class CurrentTrace {

	private static final boolean OPENTELEMETRY = ClassUtils.isPresent("io.opentelemetry.api.trace.Span",
			CurrentTrace.class.getClassLoader());

	private CurrentTrace() {
	}

	static @Nullable TraceIds find(@Nullable RequestContext request) {
		TraceIds trace = OPENTELEMETRY ? OpenTelemetry.find() : null;
		return (trace == null && request != null) ? request.trace() : trace;
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
