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

import java.util.List;

import io.sightline.samples.order.InventoryClient.Quote;
import io.sightline.samples.order.PaymentClient.PaymentRefusedException;
import io.sightline.samples.order.UserClient.Customer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

/**
 * An order, step by step: the user, the prices, the stock, the money, the database. What
 * was done is undone when a later step fails.
 */
@Service
class Checkout {

	private static final Logger log = LoggerFactory.getLogger(Checkout.class);

	private final UserClient users;

	private final InventoryClient inventory;

	private final PaymentClient payments;

	private final OrderBook book;

	private final OrderConfirmation confirmation;

	private final OrderMetrics metrics;

	Checkout(UserClient users, InventoryClient inventory, PaymentClient payments, OrderBook book,
			OrderConfirmation confirmation, OrderMetrics metrics) {
		this.users = users;
		this.inventory = inventory;
		this.payments = payments;
		this.book = book;
		this.confirmation = confirmation;
		this.metrics = metrics;
	}

	Order order(OrderRequest request) {
		log.info("User {} orders {} items", request.userId(), request.items().size());
		this.book.requireOpenCart(request);
		Customer customer = this.users.customer(request.userId());
		List<Quote> quotes = OrderDraft.quantities(request.items())
			.keySet()
			.stream()
			.map(this.inventory::quote)
			.toList();
		Order order = place(OrderDraft.of(request, quotes));
		this.metrics.confirmed(order);
		log.info("Order {} over {} {} is confirmed", order.id(), order.amount(), order.currency());
		confirm(order, customer);
		return order;
	}

	private Order place(Order order) {
		Compensation compensation = new Compensation();
		try {
			order.items().forEach((item) -> reserve(order, item, compensation));
			charge(order, compensation);
			return this.book.enter(order);
		}
		catch (RuntimeException ex) {
			log.warn("Order {} fails and is undone: {}", order.id(), ex.getMessage());
			compensation.run();
			this.metrics.undone(order, ex);
			throw ex;
		}
	}

	private void reserve(Order order, OrderItem item, Compensation compensation) {
		// First, since a reservation that times out may have been made.
		compensation.onFailure("reservation of " + item.itemId(),
				() -> this.inventory.release(order.id(), item.itemId()));
		this.inventory.reserve(order.id(), item.itemId(), item.quantity());
	}

	private void charge(Order order, Compensation compensation) {
		try {
			this.payments.charge(order);
		}
		catch (PaymentRefusedException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// Nobody knows whether the money was taken.
			refundOnFailure(order, compensation);
			throw ex;
		}
		refundOnFailure(order, compensation);
	}

	private void refundOnFailure(Order order, Compensation compensation) {
		compensation.onFailure("payment " + order.paymentId(), () -> this.payments.refund(order.paymentId()));
	}

	private void confirm(Order order, Customer customer) {
		try {
			this.confirmation.send(order, customer);
		}
		catch (RuntimeException ex) {
			log.warn("Order {} is not confirmed by mail: too many wait", order.id(), ex);
		}
	}

}
