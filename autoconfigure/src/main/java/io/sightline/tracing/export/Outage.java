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

package io.sightline.tracing.export;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells once that spans cannot be delivered, and once that they can again and how many
 * were lost.
 */
final class Outage {

	private static final Logger logger = LoggerFactory.getLogger(Outage.class);

	private final String receiver;

	private volatile boolean lasting;

	private boolean rejecting;

	private long startedNanos;

	private long lost;

	private long total;

	Outage(String receiver) {
		this.receiver = receiver;
	}

	boolean isLasting() {
		return this.lasting;
	}

	/**
	 * Nothing gets through.
	 */
	synchronized void begin(String reason) {
		if (this.lasting) {
			return;
		}
		this.lasting = true;
		this.startedNanos = System.nanoTime();
		logger.warn("Spans cannot be delivered to {}: {}. The application is not affected; what does not fit into the "
				+ "queue is lost and counted as sightline.telemetry.items. Check the address and that the receiver "
				+ "runs. The next message is about its recovery", this.receiver, reason);
	}

	/**
	 * Spans are lost.
	 */
	synchronized void lose(long count, String reason) {
		this.lost += count;
		this.total += count;
		begin(reason);
	}

	/**
	 * A receiver that takes spans refuses some of them. Said once.
	 */
	synchronized void reject(long count, String reason) {
		this.total += count;
		if (!this.rejecting) {
			this.rejecting = true;
			logger.warn(
					"{} refuses spans: {} of the last batch{}. What it refuses is not sent again, and counted as "
							+ "sightline.telemetry.items with the reason 'rejected'",
					this.receiver, count, reason.isEmpty() ? "" : " (" + reason + ")");
		}
	}

	/**
	 * A batch got through.
	 */
	synchronized void end() {
		if (!this.lasting) {
			return;
		}
		this.lasting = false;
		Duration duration = Duration.ofNanos(System.nanoTime() - this.startedNanos);
		logger.info("Spans are delivered to {} again after {} s; {} spans were lost", this.receiver,
				duration.toSeconds(), this.lost);
		this.lost = 0;
	}

	/**
	 * The application ends.
	 */
	synchronized void finish(long left) {
		if (left > 0 || this.lasting) {
			logger.warn("{} spans could not be delivered to {} before the application ended; {} were lost in all", left,
					this.receiver, this.total + left);
		}
	}

}
