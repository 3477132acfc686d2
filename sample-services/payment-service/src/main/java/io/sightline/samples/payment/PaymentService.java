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

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import io.sightline.samples.common.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Charges and refunds. Both can be repeated, and a refund that overtakes its charge keeps
 * that charge from happening at all.
 */
@Service
class PaymentService {

	private static final Logger log = LoggerFactory.getLogger(PaymentService.class);

	private final PaymentRepository payments;

	private final PaymentRules rules;

	private final PaymentAudit audit;

	PaymentService(PaymentRepository payments, PaymentRules rules, PaymentAudit audit) {
		this.payments = payments;
		this.rules = rules;
		this.audit = audit;
	}

	Payment pay(PaymentRequest request) {
		Payment payment = findEarlier(request).orElseGet(() -> charge(request));
		requireCharged(payment, request);
		if (payment.reason() != null) {
			throw new ProblemException(HttpStatus.PAYMENT_REQUIRED, "Payment refused").with("reason", payment.reason())
				.with("payment_id", payment.id());
		}
		return payment;
	}

	Payment refund(String id) {
		// A client that gave up waiting cannot know what became of the payment, and asks.
		Payment payment = this.payments.findById(id).orElseGet(() -> voidUnknown(id));
		return switch (payment.status()) {
			case PAID -> giveBack(payment);
			case REFUNDED, VOID -> payment;
			case REFUSED ->
				throw new ProblemException(HttpStatus.CONFLICT, "Payment " + id + " was refused: nothing to refund");
		};
	}

	private Payment voidUnknown(String id) {
		try {
			Payment voided = this.payments.save(Payment.voided(id, now()));
			log.warn("Payment {} is refunded before it was made", id);
			this.audit.paymentVoided(voided);
			return voided;
		}
		catch (DuplicateKeyException ex) {
			// The charge came in between, or another refund did.
			return find(id);
		}
	}

	private Payment giveBack(Payment payment) {
		try {
			Payment refunded = this.payments.save(payment.refund());
			this.audit.paymentRefunded(refunded);
			return refunded;
		}
		catch (OptimisticLockingFailureException ex) {
			// Refunds are the only changes there are: another one was faster.
			return find(payment.id());
		}
	}

	Payment find(String id) {
		return this.payments.findById(id).orElseThrow(() -> ProblemException.notFound("Payment", id));
	}

	private Optional<Payment> findEarlier(PaymentRequest request) {
		return Optional.ofNullable(request.paymentId()).flatMap(this.payments::findById);
	}

	private Payment charge(PaymentRequest request) {
		Payment.Refusal refusal = this.rules.refusal(request);
		Payment payment = newPayment(request, refusal);
		try {
			Payment made = this.payments.save(payment);
			this.audit.paymentMade(made);
			return made;
		}
		catch (DuplicateKeyException ex) {
			// Asked for twice at the same moment, or refunded at that moment.
			return find(payment.id());
		}
	}

	private void requireCharged(Payment payment, PaymentRequest request) {
		switch (payment.status()) {
			case VOID -> throw conflict(payment, "VOID", "was refunded before it was made");
			case REFUNDED -> throw conflict(payment, "REFUNDED", "was refunded");
			default -> {
				if (!payment.isFor(request)) {
					throw conflict(payment, "DIFFERS", "is there and different");
				}
			}
		}
	}

	private ProblemException conflict(Payment payment, String reason, String what) {
		return new ProblemException(HttpStatus.CONFLICT, "Payment " + payment.id() + " " + what)
			.with("reason", "PAYMENT_" + reason)
			.with("payment_id", payment.id());
	}

	private Payment newPayment(PaymentRequest request, Payment.@Nullable Refusal refusal) {
		String id = request.paymentId();
		return new Payment((id != null) ? id : UUID.randomUUID().toString(), request.orderId(), request.userId(),
				request.amount(), request.currency(), (refusal != null) ? Payment.Status.REFUSED : Payment.Status.PAID,
				refusal, now(), null);
	}

	private static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MILLIS);
	}

}
