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

import io.sightline.samples.order.cart.Carts;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores an order and closes its cart, or does neither.
 */
@Service
class OrderBook {

	private final OrderRepository orders;

	private final Carts carts;

	OrderBook(OrderRepository orders, Carts carts) {
		this.orders = orders;
		this.carts = carts;
	}

	void requireOpenCart(OrderRequest request) {
		if (request.cartId() != null) {
			this.carts.requireOpen(request.cartId(), request.userId());
		}
	}

	@Transactional
	Order enter(Order order) {
		if (order.cartId() != null) {
			this.carts.order(order.cartId(), order.userId());
		}
		return this.orders.save(order);
	}

}
