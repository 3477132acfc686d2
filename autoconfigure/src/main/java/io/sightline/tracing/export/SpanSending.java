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
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.sightline.ledger.SignalLedger;
import io.sightline.report.Delivery;
import io.sightline.tracing.sampling.SpanLedger;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches, again if need be, and accounts for their spans.
 */
final class SpanSending {

	private static final Duration ATTEMPT = Duration.ofSeconds(11);

	private final Transport transport;

	private final SignalLedger ledger;

	private final Outage outage;

	private final Pauses pauses;

	private final BooleanSupplier stopping;

	private final Delivery delivery;

	SpanSending(Transport transport, SignalLedger ledger, Outage outage, Pauses pauses, BooleanSupplier stopping) {
		this.transport = transport;
		this.delivery = new Delivery("traces", transport.receiver(), InstantSource.system());
		this.ledger = ledger;
		this.outage = outage;
		this.pauses = pauses;
		this.stopping = stopping;
	}

	/**
	 * Sends a batch, up to five times.
	 * @return whether it got through, or is accounted for as lost; {@code false} if the
	 * application ends before that is known
	 */
	boolean send(List<SpanData> spans) {
		for (int attempt = 1;; attempt++) {
			Reply reply = attempt(spans);
			if (settle(reply, spans.size())) {
				return true;
			}
			if (this.stopping.getAsBoolean()) {
				this.outage.begin(reply.reason());
				return false;
			}
			if (attempt == Backoff.ATTEMPTS) {
				lose(SpanLedger.EXPORTER, spans.size(), reply.reason());
				return true;
			}
			Duration wait = Backoff.after(attempt, reply.retryAfter(), this.outage.isLasting());
			this.pauses.pause(wait, this.stopping);
		}
	}

	/**
	 * Makes one attempt.
	 */
	Reply attempt(List<SpanData> spans) {
		try {
			Reply reply = this.transport.send(spans, ATTEMPT);
			long bytes = this.transport.messageSize();
			if (bytes > 0 && reply.isAccepted()) {
				this.ledger.size().add(spans.size(), bytes);
			}
			return reply;
		}
		catch (Throwable ex) {
			// Also an error of the JVM: what an exporter throws must not end the thread.
			return Reply.refused("the exporter failed with " + Reply.describe(ex));
		}
	}

	/**
	 * Accounts for a batch whose fate is known.
	 * @return whether it is
	 */
	boolean settle(Reply reply, long count) {
		if (reply.isAccepted()) {
			this.delivery.succeeded();
		}
		else {
			this.delivery.failed(reply.reason());
		}
		return switch (reply.outcome()) {
			case ACCEPTED -> {
				long rejected = Math.min(reply.rejected(), count);
				this.outage.end();
				this.ledger.export(count - rejected);
				if (rejected > 0) {
					this.ledger.drop(SpanLedger.REJECTED, rejected);
					this.outage.reject(rejected, reply.reason());
				}
				yield true;
			}
			case REFUSED -> {
				lose(SpanLedger.EXPORTER, count, reply.reason());
				yield true;
			}
			case FAILED -> false;
		};
	}

	/**
	 * What became of the attempts.
	 */
	Delivery delivery() {
		return this.delivery;
	}

	void lose(String reason, long count, @Nullable String explanation) {
		this.ledger.drop(reason, count);
		this.outage.lose(count, (explanation != null) ? explanation : reason);
	}

}
