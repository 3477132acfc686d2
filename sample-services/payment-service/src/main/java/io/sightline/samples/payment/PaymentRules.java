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

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Who may pay what: the currency must be supported, the user must have an open billing
 * account, and the amount must not exceed that account's limit. In this order, so that
 * the same request always gets the same answer.
 */
@Component
class PaymentRules {

	private final BillingAccountRepository accounts;

	private final PaymentProperties properties;

	PaymentRules(BillingAccountRepository accounts, PaymentProperties properties) {
		this.accounts = accounts;
		this.properties = properties;
	}

	Payment.@Nullable Refusal refusal(PaymentRequest request) {
		if (!this.properties.currencies().contains(request.currency())) {
			return Payment.Refusal.CURRENCY_NOT_SUPPORTED;
		}
		BillingAccount account = this.accounts.findFirstByUserIdAndStatus(request.userId(), BillingAccount.Status.OPEN)
			.orElse(null);
		if (account == null) {
			return Payment.Refusal.NO_BILLING_ACCOUNT;
		}
		return (request.amount().compareTo(account.paymentLimit()) > 0) ? Payment.Refusal.LIMIT_EXCEEDED : null;
	}

}
