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

package io.sightline.samples.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Money taken, or not taken, from a user. Of a payment that was refunded before it was
 * made, only the id is known: nothing will ever be charged under it.
 *
 * @param id identifies the payment
 * @param orderId what was paid for
 * @param userId who pays
 * @param amount how much
 * @param currency in which currency
 * @param status what became of it
 * @param reason why it was refused
 * @param createdAt when it was made
 * @param version guards against lost updates; {@code null} before it is stored
 */
@Table("payments")
record Payment(@Id String id, @Nullable String orderId, @Nullable String userId, @Nullable BigDecimal amount,
		@Nullable String currency, Status status, @Nullable Refusal reason, Instant createdAt,
		@Version @JsonIgnore @Nullable Integer version) {

	Payment refund() {
		return new Payment(this.id, this.orderId, this.userId, this.amount, this.currency, Status.REFUNDED, this.reason,
				this.createdAt, this.version);
	}

	static Payment voided(String id, Instant now) {
		return new Payment(id, null, null, null, null, Status.VOID, null, now, null);
	}

	boolean isFor(PaymentRequest request) {
		return this.amount != null && this.amount.compareTo(request.amount()) == 0
				&& Objects.equals(this.currency, request.currency()) && Objects.equals(this.userId, request.userId())
				&& Objects.equals(this.orderId, request.orderId());
	}

	enum Status {

		PAID, REFUSED, REFUNDED, VOID

	}

	enum Refusal {

		CURRENCY_NOT_SUPPORTED, NO_BILLING_ACCOUNT, LIMIT_EXCEEDED

	}

}
