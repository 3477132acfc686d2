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

import io.sightline.context.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Notes the route as soon as Spring MVC has found it, and who is authenticated, whom only
 * the innermost request knows.
 */
public final class RouteInterceptor implements HandlerInterceptor {

	private final boolean noteUser;

	/**
	 * Creates an interceptor that notes the route.
	 */
	public RouteInterceptor() {
		this(false);
	}

	/**
	 * Creates the interceptor.
	 * @param noteUser whether to note who is authenticated, too
	 */
	public RouteInterceptor(boolean noteUser) {
		this.noteUser = noteUser;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		RequestContext context = RequestContext.current();
		Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		if (context != null && route != null && context.route() == null) {
			context.route(route.toString());
		}
		if (context != null && this.noteUser) {
			Principals.note(request, context);
		}
		return true;
	}

}
