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

import java.util.Collections;
import java.util.Objects;

import io.sightline.context.RequestContext;
import io.sightline.noise.NoisePolicy;
import io.sightline.request.CallerDetails;
import io.sightline.request.CorrelationHeaders;
import io.sightline.request.RequestIds;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Creates the contexts of requests.
 *
 * @param noise decides which requests are not worth telling
 * @param caller what is noted of callers
 */
public record RequestContexts(NoisePolicy noise, CallerDetails caller) {

	private static final String ATTRIBUTE = RequestContextFilter.class.getName() + ".context";

	static @Nullable RequestContext find(HttpServletRequest request) {
		return (RequestContext) request.getAttribute(ATTRIBUTE);
	}

	RequestContext create(HttpServletRequest request) {
		// Neither is there in a request that the container could not read.
		String path = Objects.requireNonNullElse(request.getRequestURI(), "-");
		String method = Objects.requireNonNullElse(request.getMethod(), "-");
		RequestContext context = new RequestContext(RequestIds.accept(request.getHeader(CorrelationHeaders.REQUEST_ID)),
				method, path, this.noise.isNoise(path));
		this.caller.describe(context, (name) -> Collections.list(request.getHeaders(name)), request.getRemoteAddr());
		request.setAttribute(ATTRIBUTE, context);
		return context;
	}

}
