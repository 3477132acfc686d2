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

package io.sightline.samples.inventory;

import java.math.BigDecimal;
import java.util.UUID;

import io.sightline.samples.common.peer.PeerUnavailableException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpClientErrorException;

@RestController
@RequestMapping("/inventory/{itemId}")
class InventoryController {

	private static final Logger log = LoggerFactory.getLogger(InventoryController.class);

	private final StockService stock;

	private final PriceClient prices;

	InventoryController(StockService stock, PriceClient prices) {
		this.stock = stock;
		this.prices = prices;
	}

	@GetMapping
	Stock show(@PathVariable String itemId) {
		Item item = this.stock.find(itemId);
		Price price = priceOf(itemId);
		log.info("Item {}: {} available", itemId, item.available());
		return new Stock(item.id(), item.name(), item.category(), item.available(),
				(price != null) ? price.amount() : null, (price != null) ? price.currency() : null, price == null);
	}

	@PostMapping("/reserve")
	@ResponseStatus(HttpStatus.CREATED)
	Reserved reserve(@PathVariable String itemId, @Valid @RequestBody ReserveRequest request) {
		String id = (request.reservationId() != null) ? request.reservationId() : UUID.randomUUID().toString();
		this.stock.reserve(new Reservations.Key(id, itemId), request.quantity());
		return new Reserved(id, itemId, request.quantity());
	}

	@PostMapping("/release")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void release(@PathVariable String itemId, @Valid @RequestBody ReleaseRequest request) {
		this.stock.release(new Reservations.Key(request.reservationId(), itemId));
	}

	private @Nullable Price priceOf(String itemId) {
		try {
			return this.prices.price(itemId);
		}
		catch (PeerUnavailableException | HttpClientErrorException ex) {
			log.warn("Showing {} without a price", itemId, ex);
			return null;
		}
	}

	record ReserveRequest(@NotNull @Positive @Max(1000) Integer quantity,
			@Size(min = 1, max = 64) @Nullable String reservationId) {

	}

	record ReleaseRequest(@NotBlank @Size(max = 64) String reservationId) {

	}

	record Reserved(String reservationId, String itemId, int quantity) {

	}

	/**
	 * An item as it can be bought now.
	 *
	 * @param itemId identifies the item
	 * @param name what it is called
	 * @param category what kind of thing it is
	 * @param available how many pieces can be reserved
	 * @param price what one piece costs, if known
	 * @param currency the price's currency
	 * @param degraded whether the price is missing
	 */
	record Stock(String itemId, String name, String category, int available, @Nullable BigDecimal price,
			@Nullable String currency, boolean degraded) {

	}

}
