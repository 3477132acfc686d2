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

import io.sightline.samples.common.peer.Peer;
import io.sightline.samples.common.peer.Peers;
import io.sightline.samples.common.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

@Component
class PaymentClient {

	private static final Logger log = LoggerFactory.getLogger(PaymentClient.class);

	private final Peer peer;

	PaymentClient(Peers peers) {
		this.peer = peers.payment();
	}

	void charge(Order order) {
		Payment payment = new Payment(order.paymentId(), order.id(), order.userId(), order.amount(), order.currency());
		try {
			this.peer.send((client) -> client.post().uri("/payments").body(payment).retrieve().toBodilessEntity());
		}
		catch (HttpClientErrorException ex) {
			throw new PaymentRefusedException(reason(ex), ex);
		}
	}

	void refund(String paymentId) {
		try {
			this.peer
				.send((client) -> client.post().uri("/payments/{id}/refund", paymentId).retrieve().toBodilessEntity());
		}
		catch (HttpClientErrorException.Conflict ex) {
			log.info("Payment {} was refused: there is nothing to refund", paymentId);
		}
	}

	private String reason(HttpClientErrorException ex) {
		Refusal refusal = ex.getResponseBodyAs(Refusal.class);
		return (refusal != null && refusal.reason() != null) ? refusal.reason() : "UNKNOWN";
	}

	private record Payment(String paymentId, String orderId, String userId, BigDecimal amount, String currency) {

	}

	private record Refusal(@Nullable String reason) {

	}

	/**
	 * The user cannot pay: nothing was charged.
	 */
	static final class PaymentRefusedException extends ProblemException {

		PaymentRefusedException(String reason, Throwable cause) {
			super(HttpStatus.PAYMENT_REQUIRED, "Payment refused", cause);
			with("reason", reason);
		}

	}

}
