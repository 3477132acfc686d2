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

package io.sightline.samples.user;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order as order-service tells it.
 *
 * @param id identifies the order
 * @param status what became of it
 * @param amount what it cost
 * @param currency in which currency
 * @param items what was ordered
 * @param createdAt when it was ordered
 */
record OrderSummary(String id, String status, BigDecimal amount, String currency, List<Item> items, Instant createdAt) {

	/**
	 * A part of an order.
	 *
	 * @param itemId the item
	 * @param quantity how many pieces
	 */
	record Item(String itemId, int quantity) {

	}

}
