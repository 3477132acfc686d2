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

package io.sightline.request.autoconfigure;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.otel.bridge.OtelTraceContext;
import io.opentelemetry.api.trace.SpanContext;
import io.sightline.context.TraceIds;

import org.springframework.util.ClassUtils;

/**
 * The ids of a span of Micrometer Tracing with all its flags, which only the bridge
 * knows: Micrometer's own view of them ends at "sampled".
 */
final class SpanIds {

	private static final boolean OPENTELEMETRY = ClassUtils
		.isPresent("io.micrometer.tracing.otel.bridge.OtelTraceContext", SpanIds.class.getClassLoader());

	private SpanIds() {
	}

	static TraceIds of(TraceContext span) {
		boolean sampled = Boolean.TRUE.equals(span.sampled());
		String flags = sampled ? "01" : "00";
		return new TraceIds(span.traceId(), span.spanId(), OPENTELEMETRY ? OpenTelemetry.flags(span, flags) : flags,
				sampled);
	}

	private static final class OpenTelemetry {

		static String flags(TraceContext span, String fallback) {
			if (!(span instanceof OtelTraceContext)) {
				return fallback;
			}
			SpanContext context = OtelTraceContext.toOtelSpanContext(span);
			return (context != null && context.isValid()) ? context.getTraceFlags().asHex() : fallback;
		}

	}

}
