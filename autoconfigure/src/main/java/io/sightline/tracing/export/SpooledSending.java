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

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.sightline.tracing.sampling.SpanLedger;

/**
 * Sends batches, and keeps on disk what does not get through. While there is something on
 * disk, the oldest of it is what is tried again, and everything new goes behind it.
 */
final class SpooledSending {

	private final SpanSending sending;

	private final OtlpTransport transport;

	private final Spool spool;

	private final Outage outage;

	private final BooleanSupplier stopping;

	private long nextTryNanos = System.nanoTime();

	private int attempts;

	SpooledSending(SpanSending sending, OtlpTransport transport, Spool spool, Outage outage, BooleanSupplier stopping) {
		this.sending = sending;
		this.transport = transport;
		this.spool = spool;
		this.outage = outage;
		this.stopping = stopping;
	}

	void send(List<SpanData> spans) {
		if (!this.spool.isEmpty() || this.outage.isLasting()) {
			keep(spans);
			return;
		}
		Reply reply = this.sending.attempt(spans);
		if (!this.sending.settle(reply, spans.size())) {
			this.outage.begin(reply.reason());
			postpone(reply);
			keep(spans);
		}
	}

	private void keep(List<SpanData> spans) {
		// An interrupt ended an attempt; it must not end the writing.
		boolean interrupted = Thread.interrupted();
		byte[] message = this.transport.render(spans);
		if (message == null || !this.spool.add(message, spans.size())) {
			this.sending.lose(SpanLedger.SPOOL, spans.size(), "the spool has no room, or cannot be written");
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Sends what is kept, if it is time to try.
	 */
	void resend() {
		SpoolFile file = this.spool.oldest();
		while (file != null && !this.stopping.getAsBoolean() && System.nanoTime() - this.nextTryNanos >= 0) {
			Reply reply = resend(file);
			if (!this.sending.settle(reply, file.spans())) {
				this.outage.begin(reply.reason());
				postpone(reply);
				return;
			}
			this.attempts = 0;
			this.spool.removeOldest();
			file = this.spool.oldest();
		}
	}

	private Reply resend(SpoolFile file) {
		try {
			return this.transport.resend(file.read());
		}
		catch (IOException ex) {
			return Reply.refused("a file of the spool cannot be read: " + Reply.describe(ex));
		}
	}

	private void postpone(Reply reply) {
		this.attempts++;
		Duration wait = Backoff.after(this.attempts, reply.retryAfter(), this.attempts > Backoff.ATTEMPTS);
		this.nextTryNanos = System.nanoTime() + wait.toNanos();
	}

	/**
	 * How long until the next try.
	 */
	Duration untilNextTry() {
		return Duration.ofNanos(Math.max(0, this.nextTryNanos - System.nanoTime()));
	}

	boolean isWaiting() {
		return !this.spool.isEmpty();
	}

}
