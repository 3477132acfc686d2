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

package io.sightline.samples.order;

import java.net.URI;
import java.util.List;

import io.sightline.samples.common.problem.ProblemException;
import jakarta.validation.Valid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/orders")
class OrderController {

	private static final Logger log = LoggerFactory.getLogger(OrderController.class);

	private final Checkout checkout;

	private final OrderRepository orders;

	OrderController(Checkout checkout, OrderRepository orders) {
		this.checkout = checkout;
		this.orders = orders;
	}

	@PostMapping
	ResponseEntity<Order> order(@Valid @RequestBody OrderRequest request) {
		Order order = this.checkout.order(request);
		return ResponseEntity.created(URI.create("/orders/" + order.id())).body(order);
	}

	@GetMapping("/{id}")
	Order show(@PathVariable String id) {
		return this.orders.findById(id).orElseThrow(() -> ProblemException.notFound("Order", id));
	}

	@GetMapping("/user/{userId}")
	List<Order> ordersOf(@PathVariable String userId) {
		List<Order> found = this.orders.findTop50ByUserIdOrderByCreatedAtDesc(userId);
		log.info("Found {} orders of user {}", found.size(), userId);
		return found;
	}

}
