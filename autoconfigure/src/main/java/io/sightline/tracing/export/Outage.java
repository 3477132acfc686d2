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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells once that spans cannot be delivered, and once that they can again and how many
 * were lost. Takes no lock: where a queue is full, threads of requests come here.
 */
final class Outage {

	private static final Logger logger = LoggerFactory.getLogger(Outage.class);

	private final String receiver;

	private final AtomicReference<@Nullable Long> startedNanos = new AtomicReference<>();

	private final AtomicBoolean rejecting = new AtomicBoolean();

	private final LongAdder lost = new LongAdder();

	private final LongAdder total = new LongAdder();

	Outage(String receiver) {
		this.receiver = receiver;
	}

	boolean isLasting() {
		return this.startedNanos.get() != null;
	}

	/**
	 * Nothing gets through.
	 */
	void begin(String reason) {
		if (isLasting() || !this.startedNanos.compareAndSet(null, System.nanoTime())) {
			return;
		}
		logger.warn("Spans cannot be delivered to {}: {}. The application is not affected; what does not fit into the "
				+ "queue is lost and counted as sightline.telemetry.items. Check the address and that the receiver "
				+ "runs. The next message is about its recovery", this.receiver, reason);
	}

	/**
	 * Spans are lost.
	 */
	void lose(long count, String reason) {
		this.lost.add(count);
		this.total.add(count);
		begin(reason);
	}

	/**
	 * A receiver that takes spans refuses some of them. Said once.
	 */
	void reject(long count, String reason) {
		this.total.add(count);
		if (this.rejecting.compareAndSet(false, true)) {
			logger.warn(
					"{} refuses spans: {} of the last batch{}. What it refuses is not sent again, and counted as "
							+ "sightline.telemetry.items with the reason 'rejected'",
					this.receiver, count, reason.isEmpty() ? "" : " (" + reason + ")");
		}
	}

	/**
	 * A batch got through.
	 */
	void end() {
		Long started = this.startedNanos.getAndSet(null);
		if (started != null) {
			logger.info("Spans are delivered to {} again after {} s; {} spans were lost", this.receiver,
					Duration.ofNanos(System.nanoTime() - started).toSeconds(), this.lost.sumThenReset());
		}
	}

	/**
	 * The application ends.
	 */
	void finish(long left) {
		if (left > 0 || isLasting()) {
			logger.warn("{} spans could not be delivered to {} before the application ended; {} were lost in all", left,
					this.receiver, this.total.sum() + left);
		}
	}

}
