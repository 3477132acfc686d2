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

package io.sightline.samples.order.cart;

import java.net.URI;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/carts")
class CartController {

	private final Carts carts;

	CartController(Carts carts) {
		this.carts = carts;
	}

	@PostMapping
	ResponseEntity<Cart> open(@Valid @RequestBody CartRequest request) {
		Cart cart = this.carts.open(request.userId());
		return ResponseEntity.created(URI.create("/carts/" + cart.id())).body(cart);
	}

	@GetMapping("/{id}")
	Cart show(@PathVariable String id) {
		return this.carts.find(id);
	}

	@PostMapping("/{id}/items")
	Cart add(@PathVariable String id, @Valid @RequestBody CartItemRequest request) {
		Integer quantity = request.quantity();
		return this.carts.add(id, request.itemId(), (quantity != null) ? quantity : 1);
	}

	record CartRequest(@NotBlank @Size(max = 64) String userId) {

	}

	record CartItemRequest(@NotBlank @Size(max = 64) String itemId, @Positive @Max(1000) @Nullable Integer quantity) {

	}

}
