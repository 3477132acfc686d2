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
import io.sightline.request.CorrelationHeaders;
import io.sightline.request.RequestIds;
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

	private static final String ATTRIBUTE = RequestContextFilter.class.getName() + ".context";

	/**
	 * Request attribute of a container that unbinds the context itself, later.
	 */
	static final String KEEP_BOUND = RequestContextFilter.class.getName() + ".keepBound";

	private final NoisePolicy noise;

	/**
	 * Creates the filter.
	 * @param noise decides which requests are not worth telling
	 */
	public RequestContextFilter(NoisePolicy noise) {
		this.noise = noise;
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
		RequestContext context = (RequestContext) request.getAttribute(ATTRIBUTE);
		if (context == null) {
			context = create(request);
			request.setAttribute(ATTRIBUTE, context);
		}
		// An error dispatch comes with a response that was reset.
		response.setHeader(CorrelationHeaders.REQUEST_ID, context.requestId());
		RequestContext.Scope scope = context.open();
		try {
			chain.doFilter(request, response);
		}
		finally {
			if (request.getAttribute(KEEP_BOUND) == null) {
				scope.close();
			}
		}
	}

	private RequestContext create(HttpServletRequest request) {
		String path = request.getRequestURI();
		return new RequestContext(RequestIds.accept(request.getHeader(CorrelationHeaders.REQUEST_ID)),
				request.getMethod(), path, this.noise.isNoise(path));
	}

}
