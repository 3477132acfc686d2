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
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What somebody ordered and paid.
 *
 * @param id identifies the order
 * @param userId who ordered
 * @param items what was ordered
 * @param amount what it cost
 * @param currency in which currency
 * @param status what became of it
 * @param paymentId the payment at payment-service
 * @param cartId the cart it came from
 * @param createdAt when it was ordered
 * @param version guards against lost updates; {@code null} before it is stored
 */
@Table("orders")
record Order(@Id String id, String userId, @MappedCollection(idColumn = "order_id") Set<OrderItem> items,
		BigDecimal amount, String currency, Status status, String paymentId, @Nullable String cartId, Instant createdAt,
		@Version @JsonIgnore @Nullable Integer version) {

	enum Status {

		CONFIRMED

	}

}
