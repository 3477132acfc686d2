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

import java.math.BigDecimal;

import io.sightline.samples.common.peer.Peer;
import io.sightline.samples.common.peer.Peers;
import io.sightline.samples.common.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

@Component
class InventoryClient {

	private final Peer peer;

	InventoryClient(Peers peers) {
		this.peer = peers.inventory();
	}

	Quote quote(String itemId) {
		Stock stock = stock(itemId);
		if (stock.price() == null || stock.currency() == null) {
			throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "The price of " + itemId + " is not available");
		}
		return new Quote(itemId, stock.price(), stock.currency());
	}

	void reserve(String orderId, String itemId, int quantity) {
		try {
			this.peer.send((client) -> client.post()
				.uri("/inventory/{itemId}/reserve", itemId)
				.body(new Reservation(quantity, orderId))
				.retrieve()
				.toBodilessEntity());
		}
		catch (HttpClientErrorException.Conflict ex) {
			throw new ProblemException(HttpStatus.CONFLICT, "Not enough of " + itemId + " in stock", ex).with("item_id",
					itemId);
		}
	}

	void release(String orderId, String itemId) {
		this.peer.send((client) -> client.post()
			.uri("/inventory/{itemId}/release", itemId)
			.body(new Release(orderId))
			.retrieve()
			.toBodilessEntity());
	}

	private Stock stock(String itemId) {
		try {
			return this.peer
				.fetch((client) -> client.get().uri("/inventory/{itemId}", itemId).retrieve().body(Stock.class));
		}
		catch (HttpClientErrorException ex) {
			throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "Item " + itemId + " does not exist", ex)
				.with("item_id", itemId);
		}
	}

	/**
	 * What one piece of an item costs now.
	 *
	 * @param itemId the item
	 * @param price the price
	 * @param currency its currency
	 */
	record Quote(String itemId, BigDecimal price, String currency) {

	}

	private record Stock(@Nullable BigDecimal price, @Nullable String currency) {

	}

	private record Reservation(int quantity, String reservationId) {

	}

	private record Release(String reservationId) {

	}

}
