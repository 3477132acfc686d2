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

import io.sightline.context.RequestContext;
import io.sightline.context.RequestContextThreadLocalAccessor;
import io.sightline.context.TraceIds;
import io.sightline.noise.NoisePolicy;
import io.sightline.request.CallerDetails;
import io.sightline.request.CorrelationHeaders;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Puts the {@link RequestContext} into the Reactor context of a request, from where
 * Micrometer's context propagation restores it around every operator, and tells the
 * caller the request id and the trace id.
 */
public final class RequestContextWebFilter implements WebFilter {

	private final RequestContexts contexts;

	private final TraceIdResolver traceIds;

	/**
	 * Creates a filter that notes nothing of callers.
	 * @param noise decides which requests are not worth telling
	 * @param traceIds finds the trace that a request belongs to
	 */
	public RequestContextWebFilter(NoisePolicy noise, TraceIdResolver traceIds) {
		this(new RequestContexts(noise, CallerDetails.NONE), traceIds);
	}

	/**
	 * Creates the filter.
	 * @param contexts creates the contexts
	 * @param traceIds finds the trace that a request belongs to
	 */
	public RequestContextWebFilter(RequestContexts contexts, TraceIdResolver traceIds) {
		this.contexts = contexts;
		this.traceIds = traceIds;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		RequestContext opened = CountingResponse.contextOf(exchange.getResponse());
		RequestContext context = (opened != null) ? opened : this.contexts.create(exchange.getRequest());
		RequestContexts.keep(context, exchange);
		context.routeSource(() -> route(exchange));
		HttpHeaders headers = exchange.getResponse().getHeaders();
		headers.set(CorrelationHeaders.REQUEST_ID, context.requestId());
		String traceId = this.traceIds.resolve(exchange);
		if (traceId != null) {
			headers.set(CorrelationHeaders.TRACE_ID, traceId);
		}
		TraceIds trace = this.traceIds.trace(exchange);
		if (trace != null) {
			context.trace(trace);
		}
		Mono<Void> handled = chain.filter(exchange).doOnError(context::error);
		return (opened != null) ? handled
				: handled.contextWrite((reactor) -> reactor.put(RequestContextThreadLocalAccessor.KEY, context));
	}

	private static @Nullable String route(ServerWebExchange exchange) {
		Object route = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return (route != null) ? route.toString() : null;
	}

	/**
	 * Finds the trace that a request belongs to.
	 */
	@FunctionalInterface
	public interface TraceIdResolver {

		/**
		 * The trace of a request.
		 * @param exchange the request and its response
		 * @return the trace id, or {@code null} if the request is not traced
		 */
		@Nullable String resolve(ServerWebExchange exchange);

		/**
		 * The server span of a request.
		 * @param exchange the request and its response
		 * @return its ids, or {@code null} if they are not known
		 */
		default @Nullable TraceIds trace(ServerWebExchange exchange) {
			return null;
		}

	}

}
