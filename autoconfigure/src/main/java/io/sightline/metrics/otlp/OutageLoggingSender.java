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

import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.registry.otlp.OtlpMetricsSender;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Says once that metrics cannot be delivered, and once that they can again. The registry
 * would say so at each attempt.
 */
public final class OutageLoggingSender implements OtlpMetricsSender {

	private final Log logger = LogFactory.getLog(OutageLoggingSender.class);

	private final OtlpMetricsSender delegate;

	private final AtomicLong failures = new AtomicLong();

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

	private void delivered(Request request) {
		long missed = this.failures.getAndSet(0);
		if (missed > 0) {
			this.logger
				.info("Metrics are delivered to %s again, %d attempts failed".formatted(request.getAddress(), missed));
		}
	}

	private void failed(Request request, Exception ex) {
		if (this.failures.getAndIncrement() == 0) {
			this.logger.warn("Metrics cannot be delivered to %s, attempts go on in silence: %s"
				.formatted(request.getAddress(), ex));
		}
		else {
			this.logger.debug("Metrics cannot be delivered", ex);
		}
	}

}
