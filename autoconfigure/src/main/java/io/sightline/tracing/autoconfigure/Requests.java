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

import java.net.URI;

import io.sightline.tracing.RequestPathTracingObservationHandler.RequestReader;
import io.sightline.tracing.semconv.RequestFacts;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.ClassUtils;

/**
 * Reads servlet and reactive requests, whichever is on the class path.
 */
final class Requests implements RequestReader {

	private final boolean servlet = isPresent("jakarta.servlet.http.HttpServletRequest");

	private final boolean reactive = isPresent("org.springframework.http.server.reactive.ServerHttpRequest")
			&& isPresent("reactor.core.publisher.Mono");

	@Override
	public @Nullable RequestFacts read(Object carrier) {
		RequestFacts facts = (this.servlet) ? Servlet.read(carrier) : null;
		return (facts == null && this.reactive) ? Reactive.read(carrier) : facts;
	}

	private static boolean isPresent(String className) {
		return ClassUtils.isPresent(className, Requests.class.getClassLoader());
	}

	private static final class Servlet {

		static @Nullable RequestFacts read(Object carrier) {
			if (!(carrier instanceof HttpServletRequest request)) {
				return null;
			}
			return new RequestFacts(request.getMethod(), request.getScheme(), request.getRequestURI(),
					request.getServerName(), request.getServerPort(), version(request.getProtocol()));
		}

		private static @Nullable String version(@Nullable String protocol) {
			if (protocol == null || !protocol.startsWith("HTTP/")) {
				return null;
			}
			String version = protocol.substring("HTTP/".length());
			return (version.endsWith(".0") && !"1.0".equals(version)) ? version.substring(0, 1) : version;
		}

	}

	private static final class Reactive {

		static @Nullable RequestFacts read(Object carrier) {
			if (!(carrier instanceof ServerHttpRequest request)) {
				return null;
			}
			URI uri = request.getURI();
			return new RequestFacts(request.getMethod().name(), uri.getScheme(), uri.getRawPath(), uri.getHost(),
					uri.getPort(), null);
		}

	}

}
