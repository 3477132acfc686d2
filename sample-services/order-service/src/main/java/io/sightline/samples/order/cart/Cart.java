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

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What somebody may order.
 *
 * @param id identifies the cart
 * @param userId whose cart it is
 * @param items what is in it
 * @param status open, ordered or abandoned
 * @param updatedAt when it was last changed
 * @param version guards against lost updates; {@code null} before it is stored
 */
@Table("carts")
record Cart(@Id String id, String userId, @MappedCollection(idColumn = "cart_id") Set<CartItem> items, Status status,
		Instant updatedAt, @Version @JsonIgnore @Nullable Integer version) {

	Cart with(String itemId, int quantity, Instant now) {
		Set<CartItem> changed = new HashSet<>();
		int total = quantity;
		for (CartItem item : this.items) {
			if (item.itemId().equals(itemId)) {
				total += item.quantity();
			}
			else {
				changed.add(item);
			}
		}
		changed.add(new CartItem(itemId, total));
		return new Cart(this.id, this.userId, changed, this.status, now, this.version);
	}

	Cart with(Status changed, Instant now) {
		return new Cart(this.id, this.userId, this.items, changed, now, this.version);
	}

	enum Status {

		OPEN, ORDERED, ABANDONED

	}

	/**
	 * An item in a cart.
	 *
	 * @param itemId the item
	 * @param quantity how many pieces
	 */
	@Table("cart_items")
	record CartItem(String itemId, int quantity) {

	}

}
