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

package io.sightline.samples.order.cart;

import java.util.concurrent.atomic.AtomicLong;

import io.sightline.metrics.business.BusinessCounter;
import io.sightline.metrics.business.BusinessMetrics;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What becomes of carts.
 */
class CartMetrics {

	private final AtomicLong open = new AtomicLong();

	private final AtomicLong ordered = new AtomicLong();

	private final AtomicLong abandoned = new AtomicLong();

	private final BusinessCounter closed;

	CartMetrics(BusinessMetrics metrics) {
		this.closed = metrics.counter("carts.closed");
		metrics.gauge("carts.open", this.open::get);
		metrics.gauge("cart.abandonment.ratio", this::abandonmentRatio);
	}

	/**
	 * Others may open and close carts of the same database.
	 */
	void open(long carts) {
		this.open.set(carts);
	}

	/**
	 * An order that is rolled back orders no cart.
	 */
	void ordered() {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			countOrdered();
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				countOrdered();
			}

		});
	}

	private void countOrdered() {
		this.ordered.incrementAndGet();
		this.closed.increment("reason", "ordered");
	}

	void abandoned(int carts) {
		this.abandoned.addAndGet(carts);
		for (int i = 0; i < carts; i++) {
			this.closed.increment("reason", "abandoned");
		}
	}

	private double abandonmentRatio() {
		long all = this.ordered.get() + this.abandoned.get();
		return (all != 0) ? (double) this.abandoned.get() / all : 0;
	}

}
