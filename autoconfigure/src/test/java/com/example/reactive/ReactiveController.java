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

package com.example.reactive;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Serves the shop without blocking.
 */
@RestController
class ReactiveController {

	private static final Logger logger = LoggerFactory.getLogger(ReactiveController.class);

	private final WebClient web;

	private final Environment environment;

	ReactiveController(WebClient.Builder web, Environment environment) {
		this.web = web.build();
		this.environment = environment;
	}

	@GetMapping("/orders/{id}")
	Mono<String> order(@PathVariable String id) {
		return Mono.just(id)
			.doOnNext((value) -> logger.info("Order {} asked for", value))
			.publishOn(Schedulers.boundedElastic())
			.doOnNext((value) -> logger.info("Order {} read", value));
	}

	@GetMapping("/calls")
	Mono<String> calls() {
		String echo = "http://127.0.0.1:" + this.environment.getProperty("local.server.port") + "/echo";
		return this.web.get().uri(echo).retrieve().bodyToMono(String.class);
	}

	@GetMapping("/echo")
	Mono<String> echo(@RequestHeader(defaultValue = "none") String traceparent) {
		return Mono.just(traceparent);
	}

}
