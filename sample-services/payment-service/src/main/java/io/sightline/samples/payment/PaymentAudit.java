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

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

import org.springframework.stereotype.Component;

/**
 * The business events that somebody may have to account for, as typed log lines.
 */
@Component
class PaymentAudit {

	private static final Logger log = LoggerFactory.getLogger(PaymentAudit.class);

	void paymentMade(Payment payment) {
		if (payment.reason() != null) {
			describe(log.atWarn(), "payment_refused", payment).addKeyValue("reason", payment.reason().name())
				.log("Payment refused");
		}
		else {
			describe(log.atInfo(), "payment_created", payment).log("Payment created");
		}
	}

	void paymentRefunded(Payment payment) {
		describe(log.atInfo(), "payment_refunded", payment).log("Payment refunded");
	}

	void accountOpened(BillingAccount account) {
		describe(log.atInfo(), "billing_account_opened", account).log("Billing account opened");
	}

	void accountClosed(BillingAccount account) {
		describe(log.atInfo(), "billing_account_closed", account).log("Billing account closed");
	}

	private LoggingEventBuilder describe(LoggingEventBuilder event, String type, Payment payment) {
		return event.addKeyValue("event_type", type)
			.addKeyValue("payment_id", payment.id())
			.addKeyValue("order_id", payment.orderId())
			.addKeyValue("customer_id", payment.userId())
			.addKeyValue("amount", payment.amount())
			.addKeyValue("currency", payment.currency());
	}

	private LoggingEventBuilder describe(LoggingEventBuilder event, String type, BillingAccount account) {
		return event.addKeyValue("event_type", type)
			.addKeyValue("billing_account_id", account.id())
			.addKeyValue("customer_id", account.userId());
	}

}
