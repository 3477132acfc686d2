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

package io.sightline.request.servlet;

import java.io.IOException;
import java.util.function.Supplier;

import io.sightline.context.RequestContext;
import io.sightline.context.TraceIds;
import io.sightline.request.CorrelationHeaders;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Tells the caller the trace id, and the {@link RequestContext} the server span. Belongs
 * right behind the filter that starts the server span, before anything that could commit
 * the response.
 */
public final class TraceIdFilter implements Filter {

	private final Supplier<@Nullable TraceIds> current;

	/**
	 * Creates the filter.
	 * @param current the span that is current on the calling thread, if any
	 */
	public TraceIdFilter(Supplier<@Nullable TraceIds> current) {
		this.current = current;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		// The response of an asynchronous dispatch has it already.
		if (request.getDispatcherType() != DispatcherType.ASYNC && response instanceof HttpServletResponse answer) {
			tell(answer);
		}
		chain.doFilter(request, response);
	}

	private void tell(HttpServletResponse response) {
		TraceIds trace = traceOf(RequestContext.current());
		if (trace != null) {
			response.setHeader(CorrelationHeaders.TRACE_ID, trace.traceId());
		}
	}

	private @Nullable TraceIds traceOf(@Nullable RequestContext context) {
		TraceIds known = (context != null) ? context.trace() : null;
		if (known != null) {
			return known;
		}
		TraceIds trace = this.current.get();
		if (context != null && trace != null) {
			context.trace(trace);
		}
		return trace;
	}

}
