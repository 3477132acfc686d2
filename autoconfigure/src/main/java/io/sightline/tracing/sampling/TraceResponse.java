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

package io.sightline.tracing.sampling;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import org.jspecify.annotations.Nullable;

/**
 * The response header {@value #HEADER} of W3C Trace Context: tells a caller whether this
 * service keeps its part of the trace, so that the caller can keep its own.
 */
public final class TraceResponse {

	/**
	 * The name of the header.
	 */
	public static final String HEADER = "traceresponse";

	private static final int LENGTH = 55;

	private static final int TRACE_ID_START = 3;

	private static final int TRACE_ID_END = 35;

	private static final int FLAGS_START = 53;

	private static final int HEX = 16;

	private final @Nullable TailBuffer tail;

	/**
	 * Creates what tells and believes.
	 * @param tail decides at the end of traces, or {@code null} if nothing does
	 */
	public TraceResponse(@Nullable TailBuffer tail) {
		this.tail = tail;
	}

	/**
	 * The value of the header.
	 * @param server the span of the request
	 * @param failing whether the request is known to fail
	 * @return the value, or {@code null} if there is no trace
	 */
	public @Nullable String value(SpanContext server, boolean failing) {
		if (!server.isValid()) {
			return null;
		}
		boolean kept = server.isSampled() || (this.tail != null && this.tail.answer(server.getTraceId(), failing));
		return "00-" + server.getTraceId() + "-" + server.getSpanId() + (kept ? "-01" : "-00");
	}

	/**
	 * Takes note of what a service answered that was called.
	 * @param traceId the trace that it was called in
	 * @param value the header, if there is one
	 */
	public void received(String traceId, @Nullable String value) {
		if (this.tail != null && value != null && isKept(traceId, value)) {
			this.tail.keep(traceId);
		}
	}

	/**
	 * Whether the header says that this very trace is kept.
	 */
	private static boolean isKept(String traceId, String value) {
		if (value.length() != LENGTH || !value.startsWith("00-")
				|| !value.substring(TRACE_ID_START, TRACE_ID_END).equals(traceId)) {
			return false;
		}
		int flags = Character.digit(value.charAt(FLAGS_START), HEX) * HEX
				+ Character.digit(value.charAt(FLAGS_START + 1), HEX);
		return flags > 0 && (flags & TraceFlags.getSampled().asByte()) != 0;
	}

}
