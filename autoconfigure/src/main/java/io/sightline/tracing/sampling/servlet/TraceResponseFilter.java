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

package io.sightline.tracing.sampling.servlet;

import java.io.IOException;

import io.opentelemetry.api.trace.Span;
import io.sightline.tracing.sampling.TraceResponse;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Tells the caller whether the trace is kept, as known when the response begins to be
 * written, and again before it goes if that is later. Belongs right behind the filter
 * that starts the server span.
 */
public final class TraceResponseFilter implements Filter {

	private final TraceResponse traceResponse;

	/**
	 * Creates the filter.
	 * @param traceResponse knows what to tell
	 */
	public TraceResponseFilter(TraceResponse traceResponse) {
		this.traceResponse = traceResponse;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (!(response instanceof HttpServletResponse answer)) {
			chain.doFilter(request, response);
			return;
		}
		TellingResponse telling = new TellingResponse(answer, this.traceResponse, Span.current().getSpanContext());
		boolean failing = true;
		try {
			chain.doFilter(request, telling);
			failing = false;
		}
		finally {
			if (!request.isAsyncStarted()) {
				telling.tell(failing);
			}
		}
	}

}
