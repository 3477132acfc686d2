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

import java.util.Map;

import io.sightline.samples.common.peer.Notification;
import io.sightline.samples.common.peer.NotificationClient;
import io.sightline.samples.order.UserClient.Customer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/**
 * Tells the customer, later: an order does not wait for its confirmation.
 */
@Component
class OrderConfirmation {

	private static final Logger log = LoggerFactory.getLogger(OrderConfirmation.class);

	private final NotificationClient notifications;

	OrderConfirmation(NotificationClient notifications) {
		this.notifications = notifications;
	}

	@Async
	void send(Order order, Customer customer) {
		try {
			this.notifications.send(new Notification("order_confirmation", customer.email(), Map.of("order_id",
					order.id(), "amount", order.amount().toPlainString(), "currency", order.currency())));
			log.info("Order {} will be confirmed by mail", order.id());
		}
		catch (RuntimeException ex) {
			log.warn("Order {} is not confirmed by mail", order.id(), ex);
		}
	}

}
