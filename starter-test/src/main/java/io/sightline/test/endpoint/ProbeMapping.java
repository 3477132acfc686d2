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

package io.sightline.test.endpoint;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Answers a {@link Probe} in the place of the handler that another mapping finds.
 */
final class ProbeMapping implements HandlerMapping, Ordered {

	private final ObjectProvider<HandlerMapping> mappings;

	ProbeMapping(ObjectProvider<HandlerMapping> mappings) {
		this.mappings = mappings;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public Mono<Object> getHandler(ServerWebExchange exchange) {
		if (!Probe.isProbe(exchange.getRequest().getHeaders().getFirst(Probe.HEADER))) {
			return Mono.empty();
		}
		WebHandler answer = ProbeMapping::answer;
		return Flux.fromStream(this.mappings.orderedStream())
			.filter((mapping) -> mapping != this)
			.concatMap((mapping) -> mapping.getHandler(exchange))
			.next()
			.filter(HandlerMethod.class::isInstance)
			.map((handler) -> answer);
	}

	private static Mono<Void> answer(ServerWebExchange exchange) {
		exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
		exchange.getResponse().getHeaders().set(Probe.HEADER, "reached");
		return exchange.getResponse().setComplete();
	}

}
