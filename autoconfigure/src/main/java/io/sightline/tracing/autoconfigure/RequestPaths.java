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

package io.sightline.tracing.autoconfigure;

import io.sightline.tracing.RequestPathTracingObservationHandler.PathResolver;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.ClassUtils;

/**
 * Finds the path of servlet and reactive requests, whichever is on the class path.
 */
final class RequestPaths implements PathResolver {

	private final boolean servlet = isPresent("jakarta.servlet.http.HttpServletRequest");

	private final boolean reactive = isPresent("org.springframework.http.server.reactive.ServerHttpRequest")
			&& isPresent("reactor.core.publisher.Mono");

	@Override
	public @Nullable String resolve(Object carrier) {
		if (this.servlet && Servlet.isRequest(carrier)) {
			return Servlet.path(carrier);
		}
		return (this.reactive && Reactive.isRequest(carrier)) ? Reactive.path(carrier) : null;
	}

	private static boolean isPresent(String className) {
		return ClassUtils.isPresent(className, RequestPaths.class.getClassLoader());
	}

	private static final class Servlet {

		static boolean isRequest(Object carrier) {
			return carrier instanceof HttpServletRequest;
		}

		static @Nullable String path(Object carrier) {
			return ((HttpServletRequest) carrier).getRequestURI();
		}

	}

	private static final class Reactive {

		static boolean isRequest(Object carrier) {
			return carrier instanceof ServerHttpRequest;
		}

		static @Nullable String path(Object carrier) {
			return ((ServerHttpRequest) carrier).getURI().getRawPath();
		}

	}

}
