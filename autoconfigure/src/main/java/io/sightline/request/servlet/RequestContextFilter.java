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

import io.sightline.context.RequestContext;
import io.sightline.noise.NoisePolicy;
import io.sightline.request.CallerDetails;
import io.sightline.request.CorrelationHeaders;
import io.sightline.request.RequestLog;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Opens the {@link RequestContext} around everything that happens for a request. The
 * context is created by the first dispatch and found again by the later ones
 * ({@link DispatcherType#ASYNC} and {@link DispatcherType#ERROR}), so that all of them
 * tell the same request id.
 */
public final class RequestContextFilter extends OncePerRequestFilter {

	/**
	 * Request attribute of a container that unbinds and ends the context itself, later.
	 */
	static final String KEEP_BOUND = RequestContextFilter.class.getName() + ".keepBound";

	private final RequestContexts contexts;

	private final RequestLog log;

	/**
	 * Creates a filter that tells no log of the requests.
	 * @param noise decides which requests are not worth telling
	 */
	public RequestContextFilter(NoisePolicy noise) {
		this(new RequestContexts(noise, CallerDetails.NONE), RequestLog.NONE);
	}

	/**
	 * Creates the filter.
	 * @param contexts creates the contexts
	 * @param log told of the requests
	 */
	public RequestContextFilter(RequestContexts contexts, RequestLog log) {
		this.contexts = contexts;
		this.log = log;
	}

	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		RequestContext context = RequestContexts.find(request);
		if (context == null) {
			context = this.contexts.create(request);
			this.log.started(context);
		}
		// An error dispatch comes with a response that was reset.
		response.setHeader(CorrelationHeaders.REQUEST_ID, context.requestId());
		RequestContext.Scope scope = context.open();
		if (request.getAttribute(KEEP_BOUND) != null) {
			proceed(request, response, chain, context);
			return;
		}
		CountingResponse counting = CountingResponse.of(request, response);
		try {
			proceed(request, counting, chain, context);
		}
		finally {
			FilteredRequest.end(context, request, counting, this.log);
			scope.close();
		}
	}

	private void proceed(HttpServletRequest request, HttpServletResponse response, FilterChain chain,
			RequestContext context) throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException ex) {
			Throwable cause = ex.getRootCause();
			context.fail((cause != null) ? cause : ex);
			throw ex;
		}
		catch (IOException | RuntimeException | Error ex) {
			context.fail(ex);
			throw ex;
		}
		finally {
			noteUser(request, context);
		}
	}

	private void noteUser(HttpServletRequest request, RequestContext context) {
		if (this.contexts.caller().isPrincipal()) {
			Principals.note(request, context);
		}
	}

}
