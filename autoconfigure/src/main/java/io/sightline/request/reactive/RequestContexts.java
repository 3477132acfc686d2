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

package io.sightline.request.reactive;

import java.net.InetSocketAddress;

import io.sightline.context.RequestContext;
import io.sightline.noise.NoisePolicy;
import io.sightline.request.CallerDetails;
import io.sightline.request.CorrelationHeaders;
import io.sightline.request.RequestIds;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * Creates the contexts of requests.
 *
 * @param noise decides which requests are not worth telling
 * @param caller what is noted of callers
 */
public record RequestContexts(NoisePolicy noise, CallerDetails caller) {

	private static final String ATTRIBUTE = RequestContexts.class.getName();

	static @Nullable RequestContext find(ServerWebExchange exchange) {
		return exchange.getAttribute(ATTRIBUTE);
	}

	static void keep(RequestContext context, ServerWebExchange exchange) {
		exchange.getAttributes().put(ATTRIBUTE, context);
	}

	RequestContext create(ServerHttpRequest request) {
		String path = request.getURI().getRawPath();
		RequestContext context = new RequestContext(
				RequestIds.accept(request.getHeaders().getFirst(CorrelationHeaders.REQUEST_ID)),
				request.getMethod().name(), path, this.noise.isNoise(path));
		this.caller.describe(context, request.getHeaders()::getValuesAsList, peer(request.getRemoteAddress()));
		return context;
	}

	private static @Nullable String peer(@Nullable InetSocketAddress address) {
		return (address != null && address.getAddress() != null) ? address.getAddress().getHostAddress() : null;
	}

}
