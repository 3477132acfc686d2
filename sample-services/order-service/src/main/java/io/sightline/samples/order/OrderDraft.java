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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import io.sightline.samples.common.problem.ProblemException;
import io.sightline.samples.order.InventoryClient.Quote;

import org.springframework.http.HttpStatus;

/**
 * Turns what a client wrote into an order with quantities and prices.
 */
final class OrderDraft {

	private OrderDraft() {
	}

	/**
	 * Count how often each item is there.
	 * @param items ids of items
	 * @return pieces by item, in an order that is the same for all customers
	 */
	static Map<String, Integer> quantities(List<String> items) {
		Map<String, Integer> quantities = new TreeMap<>();
		items.forEach((item) -> quantities.merge(item, 1, Integer::sum));
		return quantities;
	}

	static Order of(OrderRequest request, List<Quote> quotes) {
		Map<String, Integer> quantities = quantities(request.items());
		Set<OrderItem> items = quotes.stream()
			.map((quote) -> new OrderItem(quote.itemId(), quantities.getOrDefault(quote.itemId(), 0), quote.price()))
			.collect(Collectors.toSet());
		BigDecimal amount = items.stream().map(OrderItem::price).reduce(BigDecimal.ZERO, BigDecimal::add);
		return new Order(UUID.randomUUID().toString(), request.userId(), items, amount, currency(quotes),
				Order.Status.CONFIRMED, UUID.randomUUID().toString(), request.cartId(),
				Instant.now().truncatedTo(ChronoUnit.MILLIS), null);
	}

	private static String currency(List<Quote> quotes) {
		Set<String> currencies = quotes.stream().map(Quote::currency).collect(Collectors.toSet());
		if (currencies.size() != 1) {
			throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "The items are sold in different currencies");
		}
		return currencies.iterator().next();
	}

}
