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

import io.sightline.samples.common.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reserves and releases stock. Both can be repeated, and a release that overtakes its
 * reservation keeps that reservation from happening at all.
 */
@Service
class StockService {

	private static final Logger log = LoggerFactory.getLogger(StockService.class);

	private final ItemRepository items;

	private final Reservations reservations;

	private final RestockQueue restockQueue;

	StockService(ItemRepository items, Reservations reservations, RestockQueue restockQueue) {
		this.items = items;
		this.reservations = reservations;
		this.restockQueue = restockQueue;
	}

	@Transactional
	void reserve(Reservations.Key key, int quantity) {
		Item item = find(key.itemId());
		if (!this.reservations.insert(key, quantity, Reservations.Status.RESERVED)) {
			requireSame(key, quantity);
			return;
		}
		if (this.items.take(item.id(), quantity) == 0) {
			throw new ProblemException(HttpStatus.CONFLICT, "Not enough of " + item.id() + " in stock")
				.with("item_id", item.id())
				.with("available", item.available());
		}
		log.info("Reserved {} of {} for {}", quantity, item.id(), key.id());
		this.restockQueue.offerIfLow(find(item.id()));
	}

	@Transactional
	void release(Reservations.Key key) {
		Item item = find(key.itemId());
		if (this.reservations.insert(key, 0, Reservations.Status.RELEASED)) {
			log.warn("Released {} for {} before it was reserved", item.id(), key.id());
		}
		else if (this.reservations.release(key)) {
			this.items.putBack(item.id(), this.reservations.find(key).quantity());
			log.info("Released {} for {}", item.id(), key.id());
		}
	}

	Item find(String id) {
		return this.items.findById(id).orElseThrow(() -> ProblemException.notFound("Item", id));
	}

	private void requireSame(Reservations.Key key, int quantity) {
		Reservations.Entry entry = this.reservations.find(key);
		if (entry.status() != Reservations.Status.RESERVED || entry.quantity() != quantity) {
			throw new ProblemException(HttpStatus.CONFLICT, "Reservation " + key.id() + " is there and different");
		}
	}

}
