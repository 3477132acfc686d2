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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.audit.AuditEvents;
import io.sightline.metrics.business.BusinessMeter;
import io.sightline.metrics.business.BusinessMeters;
import io.sightline.metrics.business.BusinessMetrics;
import io.sightline.redaction.RedactionPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class PaymentAuditTests {

	private final Map<String, Object> recorded = new HashMap<>();

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final PaymentAudit audit = new PaymentAudit(
			new AuditEvents(() -> null, List.of(this::keep), RedactionPolicy.disabled()),
			new BusinessMetrics(this.registry,
					new BusinessMeters(List.of(BusinessMeter.counter("payment.transactions", "Payments", "status")))));

	@Test
	void writesTypedEventForPayment() {
		this.audit.paymentMade(payment(Payment.Status.PAID, null));
		assertThat(this.recorded).contains(entry("event_type", "payment_created"), entry("payment_id", "p1"),
				entry("order_id", "o1"), entry("principal", "1"), entry("customer_id", "1"),
				entry("amount", new BigDecimal("19.90")), entry("currency", "EUR"));
	}

	@Test
	void saysWhyPaymentIsRefused() {
		this.audit.paymentMade(payment(Payment.Status.REFUSED, Payment.Refusal.LIMIT_EXCEEDED));
		assertThat(this.recorded).contains(entry("event_type", "payment_refused"),
				entry("reason", Payment.Refusal.LIMIT_EXCEEDED));
	}

	@Test
	void writesTypedEventForRefund() {
		this.audit.paymentRefunded(payment(Payment.Status.REFUNDED, null));
		assertThat(this.recorded).contains(entry("event_type", "payment_refunded"));
	}

	@Test
	void writesTypedEventForVoidPaymentAndCountsNothing() {
		this.audit.paymentVoided(Payment.voided("p1", Instant.EPOCH));
		assertThat(this.recorded).containsOnly(entry("event_type", "payment_voided"), entry("payment_id", "p1"),
				entry("principal", AuditEvents.UNKNOWN));
		assertThat(this.registry.find("payment.transactions").counters()).isEmpty();
	}

	@Test
	void countsTransactionsByStatus() {
		this.audit.paymentMade(payment(Payment.Status.PAID, null));
		this.audit.paymentMade(payment(Payment.Status.PAID, null));
		this.audit.paymentRefunded(payment(Payment.Status.REFUNDED, null));
		assertThat(this.registry.get("payment.transactions").tag("status", "paid").counter().count()).isEqualTo(2);
		assertThat(this.registry.get("payment.transactions").tag("status", "refunded").counter().count()).isEqualTo(1);
	}

	private Payment payment(Payment.Status status, Payment.@Nullable Refusal reason) {
		return new Payment("p1", "o1", "1", new BigDecimal("19.90"), "EUR", status, reason, Instant.EPOCH, 0);
	}

	private void keep(String type, String principal, Map<String, Object> data) {
		this.recorded.putAll(data);
		this.recorded.put("event_type", type);
		this.recorded.put("principal", principal);
	}

}
