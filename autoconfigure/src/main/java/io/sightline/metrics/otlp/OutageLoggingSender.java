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

package io.sightline.metrics.otlp;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.registry.otlp.OtlpMetricsSender;
import io.sightline.report.Delivery;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Says once that metrics cannot be delivered, and once that they can again. The registry
 * would say so at each attempt.
 */
public final class OutageLoggingSender implements OtlpMetricsSender {

	private final Log logger = LogFactory.getLog(OutageLoggingSender.class);

	private final OtlpMetricsSender delegate;

	private final AtomicLong failures = new AtomicLong();

	private volatile @Nullable Delivery delivery;

	/**
	 * Creates a sender.
	 * @param delegate delivers
	 */
	public OutageLoggingSender(OtlpMetricsSender delegate) {
		this.delegate = delegate;
	}

	@Override
	public void send(Request request) {
		try {
			this.delegate.send(request);
			delivered(request);
		}
		catch (Exception ex) {
			failed(request, ex);
		}
	}

	/**
	 * What became of the attempts.
	 * @return the account of the receiver, none before the first attempt
	 */
	public List<Delivery> deliveries() {
		Delivery account = this.delivery;
		return (account != null) ? List.of(account) : List.of();
	}

	/**
	 * One registry sends to one address, one batch after the other.
	 */
	private Delivery delivery(Request request) {
		Delivery account = this.delivery;
		if (account == null) {
			account = new Delivery("metrics", String.valueOf(request.getAddress()), InstantSource.system());
			this.delivery = account;
		}
		return account;
	}

	private void delivered(Request request) {
		delivery(request).succeeded();
		long missed = this.failures.getAndSet(0);
		if (missed > 0) {
			this.logger
				.info("Metrics are delivered to %s again, %d attempts failed".formatted(request.getAddress(), missed));
		}
	}

	private void failed(Request request, Exception ex) {
		delivery(request).failed(ex.getClass().getName());
		if (this.failures.getAndIncrement() == 0) {
			this.logger.warn("Metrics cannot be delivered to %s, attempts go on in silence: %s"
				.formatted(request.getAddress(), ex));
		}
		else {
			this.logger.debug("Metrics cannot be delivered", ex);
		}
	}

}
