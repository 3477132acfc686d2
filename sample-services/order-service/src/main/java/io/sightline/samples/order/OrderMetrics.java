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

import io.sightline.metrics.business.BusinessAmount;
import io.sightline.metrics.business.BusinessCounter;
import io.sightline.metrics.business.BusinessMetrics;
import io.sightline.samples.order.PaymentClient.PaymentRefusedException;

import org.springframework.stereotype.Component;

/**
 * How many orders there are, and what they are worth.
 */
@Component
class OrderMetrics {

	private final BusinessCounter processed;

	private final BusinessAmount value;

	OrderMetrics(BusinessMetrics metrics) {
		this.processed = metrics.counter("orders.processed");
		this.value = metrics.amount("order.value");
	}

	void confirmed(Order order) {
		record(order, "confirmed");
	}

	void undone(Order order, RuntimeException reason) {
		record(order, (reason instanceof PaymentRefusedException) ? "refused" : "failed");
	}

	private void record(Order order, String status) {
		this.processed.increment("status", status);
		this.value.add(order.amount(), "currency", order.currency(), "status", status);
	}

}
