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

import io.sightline.request.CorrelationHeaders;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the caller the trace id. Belongs right behind the filter that starts the server
 * span, before anything that could commit the response.
 */
public final class TraceIdFilter extends OncePerRequestFilter {

	private static final String ATTRIBUTE = TraceIdFilter.class.getName() + ".traceId";

	private final Supplier<@Nullable String> traceId;

	/**
	 * Creates the filter.
	 * @param traceId the id of the trace that is current on the calling thread, if any
	 */
	public TraceIdFilter(Supplier<@Nullable String> traceId) {
		this.traceId = traceId;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String id = (String) request.getAttribute(ATTRIBUTE);
		if (id == null) {
			id = this.traceId.get();
			request.setAttribute(ATTRIBUTE, id);
		}
		if (id != null) {
			response.setHeader(CorrelationHeaders.TRACE_ID, id);
		}
		chain.doFilter(request, response);
	}

}
