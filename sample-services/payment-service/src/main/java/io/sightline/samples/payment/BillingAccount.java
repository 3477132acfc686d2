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

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Permission to charge a user. Of an account that was closed before it was opened, only
 * the id is known: it will never be opened.
 *
 * @param id identifies the account
 * @param userId whom it belongs to
 * @param paymentLimit highest amount of one payment
 * @param status open or closed
 * @param createdAt when it was opened
 * @param version guards against lost updates; {@code null} before it is stored
 */
@Table("billing_accounts")
record BillingAccount(@Id String id, @Nullable String userId, BigDecimal paymentLimit, Status status, Instant createdAt,
		@Version @Nullable Integer version) {

	BillingAccount close() {
		return new BillingAccount(this.id, this.userId, this.paymentLimit, Status.CLOSED, this.createdAt, this.version);
	}

	static BillingAccount closed(String id, Instant now) {
		return new BillingAccount(id, null, BigDecimal.ZERO, Status.CLOSED, now, null);
	}

	enum Status {

		OPEN, CLOSED

	}

}
