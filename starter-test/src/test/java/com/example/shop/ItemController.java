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

package com.example.shop;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoints that are not reached by just any request, and that break when they are.
 */
@RestController
class ItemController {

	@PutMapping(path = "/items/{id:[0-9]{1,3}}", consumes = MediaType.APPLICATION_JSON_VALUE, params = "force=true",
			headers = "x-shop")
	void change(@PathVariable String id) {
		throw new IllegalStateException("The item " + id + " was changed");
	}

	@DeleteMapping("/items/{*path}")
	void remove(@PathVariable String path) {
		throw new IllegalStateException("The items " + path + " were removed");
	}

	@GetMapping("/internal/ping")
	String ping() {
		return "pong";
	}

}
