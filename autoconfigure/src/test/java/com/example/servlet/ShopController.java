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

package com.example.servlet;

import java.net.URI;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Serves the shop.
 */
@RestController
class ShopController {

	private static final Logger logger = LoggerFactory.getLogger(ShopController.class);

	private final RestClient rest;

	private final RestTemplate template;

	private final WebClient web;

	private final Background background;

	ShopController(RestClient.Builder rest, RestTemplateBuilder template, WebClient.Builder web,
			Background background) {
		this.rest = rest.build();
		this.template = template.build();
		this.web = web.build();
		this.background = background;
	}

	@GetMapping("/orders/{id}")
	String order(@PathVariable String id) {
		logger.atInfo().addKeyValue("order_id", id).addKeyValue("trace_id", "forged").log("Order {} read", id);
		return id;
	}

	@GetMapping("/background")
	String background() {
		this.background.run();
		return "accepted";
	}

	@GetMapping("/broken")
	String broken() {
		throw new IllegalStateException("the shop is broken");
	}

	@GetMapping("/calls")
	List<String> calls(HttpServletRequest request) {
		String echo = "http://127.0.0.1:" + request.getLocalPort() + "/echo";
		return List.of(String.valueOf(this.rest.get().uri(echo).retrieve().body(String.class)),
				String.valueOf(this.template.getForObject(echo, String.class)),
				String.valueOf(this.web.get().uri(echo).retrieve().bodyToMono(String.class).block()),
				HttpServiceProxyFactory.builderFor(RestClientAdapter.create(this.rest))
					.build()
					.createClient(Echo.class)
					.call(URI.create(echo)));
	}

	@GetMapping("/echo")
	String echo(@RequestHeader(defaultValue = "none") String traceparent) {
		return traceparent;
	}

	interface Echo {

		@GetExchange
		String call(URI uri);

	}

}
