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

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

import io.sightline.samples.common.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;

/**
 * The carts of all users.
 */
public class Carts {

	private static final Logger log = LoggerFactory.getLogger(Carts.class);

	private final CartRepository carts;

	private final CartProperties properties;

	private final Clock clock;

	private final CartMetrics metrics;

	Carts(CartRepository carts, CartProperties properties, Clock clock, CartMetrics metrics) {
		this.carts = carts;
		this.properties = properties;
		this.clock = clock;
		this.metrics = metrics;
	}

	/**
	 * Check that a cart can be ordered.
	 * @param id the cart
	 * @param userId who wants to order it
	 */
	public void requireOpen(String id, String userId) {
		findOpen(id, userId);
	}

	/**
	 * Close a cart because its content was ordered.
	 * @param id the cart
	 * @param userId who orders it
	 */
	public void order(String id, String userId) {
		this.carts.save(findOpen(id, userId).with(Cart.Status.ORDERED, now()));
		this.metrics.ordered();
		log.info("Cart {} is ordered", id);
	}

	Cart open(String userId) {
		Cart cart = this.carts
			.save(new Cart(UUID.randomUUID().toString(), userId, Set.of(), Cart.Status.OPEN, now(), null));
		log.info("Opened cart {} for user {}", cart.id(), userId);
		return cart;
	}

	Cart add(String id, String itemId, int quantity) {
		Cart cart = requireOpen(find(id));
		log.info("Adding {} of {} to cart {}", quantity, itemId, id);
		return this.carts.save(cart.with(itemId, quantity, now()));
	}

	Cart find(String id) {
		return this.carts.findById(id).orElseThrow(() -> ProblemException.notFound("Cart", id));
	}

	int abandonUntouched() {
		int abandoned = this.carts.abandonUntouchedSince(now().minus(this.properties.abandonedAfter()));
		if (abandoned > 0) {
			log.info("{} carts are abandoned", abandoned);
		}
		this.metrics.abandoned(abandoned);
		this.metrics.open(this.carts.countByStatus(Cart.Status.OPEN));
		return abandoned;
	}

	private Cart findOpen(String id, String userId) {
		Cart cart = requireOpen(find(id));
		if (!cart.userId().equals(userId)) {
			throw ProblemException.notFound("Cart", id);
		}
		return cart;
	}

	private Cart requireOpen(Cart cart) {
		if (cart.status() != Cart.Status.OPEN) {
			throw new ProblemException(HttpStatus.CONFLICT, "Cart " + cart.id() + " is closed").with("status",
					cart.status());
		}
		return cart;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
