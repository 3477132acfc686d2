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

import java.util.Objects;

import io.sightline.context.RequestContext;
import io.sightline.context.RequestContextThreadLocalAccessor;
import io.sightline.request.ClientAborts;
import io.sightline.request.RequestLog;
import io.sightline.request.RequestResult;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * The outermost layer of a reactive request: opens its context, and tells the log when it
 * is over, also if the client went away.
 */
public final class RequestHttpHandler implements HttpHandler {

	private final HttpHandler delegate;

	private final RequestContexts contexts;

	private final RequestLog log;

	/**
	 * Creates the handler.
	 * @param delegate handles the request
	 * @param contexts creates the contexts
	 * @param log told of the requests
	 */
	public RequestHttpHandler(HttpHandler delegate, RequestContexts contexts, RequestLog log) {
		this.delegate = delegate;
		this.contexts = contexts;
		this.log = log;
	}

	@Override
	public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
		RequestContext context = this.contexts.create(request);
		CountingResponse counting = CountingResponse.of(response, context);
		this.log.started(context);
		return this.delegate.handle(request, counting)
			.doOnError(context::fail)
			.doFinally((signal) -> this.log.ended(context, result(signal, context, request, counting)))
			.contextWrite((reactor) -> reactor.put(RequestContextThreadLocalAccessor.KEY, context));
	}

	private static RequestResult result(SignalType signal, RequestContext context, ServerHttpRequest request,
			CountingResponse response) {
		boolean aborted = signal == SignalType.CANCEL || response.isCancelled()
				|| ClientAborts.isAbort(context.error());
		HttpHeaders headers = response.getHeaders();
		return new RequestResult(status(context, response, aborted), aborted,
				RequestResult.isStream(headers.getFirst(HttpHeaders.CONTENT_TYPE)),
				request.getHeaders().getContentLength(), response.count());
	}

	private static int status(RequestContext context, CountingResponse response, boolean aborted) {
		if (!response.isCommitted() && (aborted || context.isFailed())) {
			// Nothing has been sent; what is not the client's doing the server answers.
			return aborted ? 0 : 500;
		}
		HttpStatusCode status = response.getStatusCode();
		return Objects.requireNonNullElse(status, HttpStatusCode.valueOf(200)).value();
	}

}
