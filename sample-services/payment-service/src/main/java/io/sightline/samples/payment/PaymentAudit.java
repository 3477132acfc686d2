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

import java.util.Locale;
import java.util.Objects;

import io.sightline.audit.AuditEvents;
import io.sightline.metrics.business.BusinessCounter;
import io.sightline.metrics.business.BusinessMetrics;

import org.springframework.stereotype.Component;

/**
 * The business events that somebody may have to account for, counted by what became of
 * them.
 */
@Component
class PaymentAudit {

	private final AuditEvents audit;

	private final BusinessCounter transactions;

	PaymentAudit(AuditEvents audit, BusinessMetrics metrics) {
		this.audit = audit;
		this.transactions = metrics.counter("payment.transactions");
	}

	void paymentMade(Payment payment) {
		String type = (payment.reason() != null) ? "payment_refused" : "payment_created";
		describe(type, payment).with("reason", payment.reason()).record();
		count(payment);
	}

	void paymentRefunded(Payment payment) {
		describe("payment_refunded", payment).record();
		count(payment);
	}

	void paymentVoided(Payment payment) {
		// No transaction to count: nothing was paid and nothing was refused.
		describe("payment_voided", payment).record();
	}

	private void count(Payment payment) {
		this.transactions.increment("status", payment.status().name().toLowerCase(Locale.ROOT));
	}

	void accountOpened(BillingAccount account) {
		describe("billing_account_opened", account).record();
	}

	void accountClosed(BillingAccount account) {
		describe("billing_account_closed", account).record();
	}

	private AuditEvents.Event describe(String type, Payment payment) {
		return this.audit.event(type)
			.by(Objects.requireNonNullElse(payment.userId(), AuditEvents.UNKNOWN))
			.with("payment_id", payment.id())
			.with("order_id", payment.orderId())
			.with("customer_id", payment.userId())
			.with("amount", payment.amount())
			.with("currency", payment.currency());
	}

	private AuditEvents.Event describe(String type, BillingAccount account) {
		return this.audit.event(type)
			.by(Objects.requireNonNullElse(account.userId(), AuditEvents.UNKNOWN))
			.with("billing_account_id", account.id())
			.with("customer_id", account.userId());
	}

}
