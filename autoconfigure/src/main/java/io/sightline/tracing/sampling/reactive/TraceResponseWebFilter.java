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

package io.sightline.tracing.sampling.reactive;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.otel.bridge.OtelTraceContext;
import io.opentelemetry.api.trace.SpanContext;
import io.sightline.tracing.sampling.TraceResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Tells the caller whether the trace is kept, as known when the response is committed.
 */
public final class TraceResponseWebFilter implements WebFilter {

	private final TraceResponse traceResponse;

	/**
	 * Creates the filter.
	 * @param traceResponse knows what to tell
	 */
	public TraceResponseWebFilter(TraceResponse traceResponse) {
		this.traceResponse = traceResponse;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> tell(exchange)));
		return chain.filter(exchange);
	}

	private void tell(ServerWebExchange exchange) {
		SpanContext span = span(exchange);
		String value = (span != null) ? this.traceResponse.value(span, isFailing(exchange.getResponse())) : null;
		if (value != null) {
			exchange.getResponse().getHeaders().set(TraceResponse.HEADER, value);
		}
	}

	private static boolean isFailing(ServerHttpResponse response) {
		HttpStatusCode status = response.getStatusCode();
		return status != null && status.is5xxServerError();
	}

	private static @Nullable SpanContext span(ServerWebExchange exchange) {
		TracingContext tracing = ServerRequestObservationContext.findCurrent(exchange.getAttributes())
			.map((context) -> context.<TracingContext>get(TracingContext.class))
			.orElse(null);
		Span span = (tracing != null) ? tracing.getSpan() : null;
		return (span != null) ? OtelTraceContext.toOtelSpanContext(span.context()) : null;
	}

}
