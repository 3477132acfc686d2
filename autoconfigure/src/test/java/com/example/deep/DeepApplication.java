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

package com.example.deep;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;

/**
 * Calls itself to a depth, where it fails if told to, and hides that from its caller.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(DeepApplication.DeepController.class)
public class DeepApplication {

	@RestController
	static class DeepController {

		private final RestClient rest;

		private final ServletWebServerApplicationContext context;

		DeepController(RestClient.Builder rest, ServletWebServerApplicationContext context) {
			this.rest = rest.build();
			this.context = context;
		}

		@GetMapping("/deep/{depth}")
		String deep(@PathVariable int depth, @RequestParam boolean fail) {
			if (depth == 0) {
				if (fail) {
					throw new IllegalStateException("deep down");
				}
				return "fine";
			}
			try {
				return String.valueOf(this.rest.get()
					.uri("http://127.0.0.1:{port}/deep/{depth}?fail={fail}", this.context.getWebServer().getPort(),
							depth - 1, fail)
					.retrieve()
					.body(String.class));
			}
			catch (HttpServerErrorException ex) {
				return "not so fine";
			}
		}

	}

}
