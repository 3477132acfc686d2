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
package io.sightline.tracing.propagation.autoconfigure;

import java.net.InetSocketAddress;

import io.sightline.tracing.propagation.SightlinePropagator.CallerAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.ClassUtils;

/**
 * Finds the address of servlet and reactive requests, whichever is on the class path.
 */
final class CallerAddresses implements CallerAddress {

	private final boolean servlet = isPresent("jakarta.servlet.http.HttpServletRequest");

	private final boolean reactive = isPresent("org.springframework.http.server.reactive.ServerHttpRequest")
			&& isPresent("reactor.core.publisher.Mono");

	@Override
	public @Nullable String find(@Nullable Object carrier) {
		String address = (this.servlet) ? Servlet.address(carrier) : null;
		return (address == null && this.reactive) ? Reactive.address(carrier) : address;
	}

	private static boolean isPresent(String className) {
		return ClassUtils.isPresent(className, CallerAddresses.class.getClassLoader());
	}

	private static final class Servlet {

		static @Nullable String address(@Nullable Object carrier) {
			return (carrier instanceof HttpServletRequest request) ? request.getRemoteAddr() : null;
		}

	}

	private static final class Reactive {

		static @Nullable String address(@Nullable Object carrier) {
			if (!(carrier instanceof ServerHttpRequest request)) {
				return null;
			}
			InetSocketAddress remote = request.getRemoteAddress();
			return (remote != null && remote.getAddress() != null) ? remote.getAddress().getHostAddress() : "unknown";
		}

	}

}
