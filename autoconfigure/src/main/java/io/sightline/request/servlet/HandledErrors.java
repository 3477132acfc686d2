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

/**
 * Notes what Spring MVC's exception handlers have handled.
 */
final class HandledErrors {

	/**
	 * {@code DispatcherServlet.EXCEPTION_ATTRIBUTE}; Spring MVC is optional.
	 */
	static final String ATTRIBUTE = "org.springframework.web.servlet.DispatcherServlet.EXCEPTION";

	private HandledErrors() {
	}

	static void note(HttpServletRequest request, RequestContext context) {
		if (context.error() == null && request.getAttribute(ATTRIBUTE) instanceof Throwable error) {
			context.error(error);
		}
	}

}
