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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.registry.otlp.OtlpMetricsSender;
import io.sightline.report.Delivery;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Says once that metrics cannot be delivered, and once that they can again. The registry
 * would say so at each attempt.
 */
public final class OutageLoggingSender implements OtlpMetricsSender {

	private static final int MAX_ADDRESSES = 16;

	private static final String OTHERS = "other addresses";

	private final Log logger = LogFactory.getLog(OutageLoggingSender.class);

	private final OtlpMetricsSender delegate;

	private final AtomicLong failures = new AtomicLong();

	private final Map<String, Delivery> deliveries = new ConcurrentHashMap<>();

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
	 * @return an account for each address that was tried
	 */
	public List<Delivery> deliveries() {
		return List.copyOf(this.deliveries.values());
	}

	/**
	 * Several registries may send by one sender, each to its address.
	 */
	private Delivery delivery(Request request) {
		String address = String.valueOf(request.getAddress());
		Delivery account = this.deliveries.get(address);
		if (account != null) {
			return account;
		}
		return this.deliveries.computeIfAbsent((this.deliveries.size() < MAX_ADDRESSES) ? address : OTHERS,
				(receiver) -> new Delivery("metrics", receiver, InstantSource.system()));
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
