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
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CartTests {

	private final Cart cart = new Cart("c", "1", Set.of(), Cart.Status.OPEN, Instant.EPOCH, 0);

	@Test
	void addsUpPiecesOfSameItem() {
		Instant later = Instant.EPOCH.plusSeconds(1);
		Cart filled = this.cart.with("item1", 1, later).with("item2", 5, later).with("item1", 2, later);
		assertThat(filled.items()).containsExactlyInAnyOrder(new Cart.CartItem("item1", 3),
				new Cart.CartItem("item2", 5));
		assertThat(filled.updatedAt()).isEqualTo(later);
	}

	@Test
	void keepsContentWhenClosed() {
		Cart ordered = this.cart.with("item1", 1, Instant.EPOCH).with(Cart.Status.ORDERED, Instant.EPOCH);
		assertThat(ordered.items()).hasSize(1);
		assertThat(ordered.status()).isEqualTo(Cart.Status.ORDERED);
	}

}
