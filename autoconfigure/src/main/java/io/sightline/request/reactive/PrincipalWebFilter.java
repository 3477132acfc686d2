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
import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Notes who is authenticated. Belongs behind the filters that authenticate.
 */
public final class PrincipalWebFilter implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return exchange.getPrincipal()
			.doOnNext((principal) -> note(exchange, principal.getName()))
			.then(Mono.defer(() -> chain.filter(exchange)));
	}

	private static void note(ServerWebExchange exchange, String user) {
		RequestContext context = RequestContexts.find(exchange);
		if (context != null && context.userId() == null) {
			context.userId(user);
		}
	}

}
