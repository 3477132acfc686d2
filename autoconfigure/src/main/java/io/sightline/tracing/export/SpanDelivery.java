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
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sightline.ledger.SignalLedger;
import io.sightline.pressure.Detail;
import io.sightline.pressure.Pressure;
import io.sightline.report.Delivery;
import io.sightline.tracing.sampling.PartialSpan;
import io.sightline.tracing.sampling.RecentTraces;
import io.sightline.tracing.sampling.SpanLedger;
import org.jspecify.annotations.Nullable;

/**
 * Delivers spans to one receiver, on a thread of its own that nothing but
 * {@link #shutdown} ends. Offering a span takes no lock and does not wait.
 */
final class SpanDelivery implements Runnable {

	private static final Duration GRACE = Duration.ofMillis(500);

	private static final int REMEMBERED = 1024;

	private final ExportSettings settings;

	private final SpanPreparation preparation;

	private final SignalLedger ledger;

	private final SpanQueue queue;

	private final Outage outage;

	private final Pauses pauses = new Pauses();

	private final SpanSending sending;

	private final @Nullable SpooledSending spooled;

	private final Queue<CompletableResultCode> flushes = new ConcurrentLinkedQueue<>();

	/**
	 * Traces of which spans found no room, so that those that follow tell it.
	 */
	private final RecentTraces incomplete = new RecentTraces(REMEMBERED);

	private final Thread thread;

	private volatile boolean stopping;

	/**
	 * Whether nobody waits for the thread any more.
	 */
	private volatile boolean abandoned;

	SpanDelivery(Transport transport, SpanPreparation preparation, ExportSettings settings, SpanLedger ledger,
			@Nullable Spool spool, Pressure pressure) {
		this.settings = settings;
		this.preparation = preparation;
		this.ledger = ledger.account();
		this.queue = new SpanQueue(settings.queueSize(), pressure::isHeapShort);
		ledger.addQueue(this.queue::size);
		this.outage = new Outage(transport.receiver());
		this.sending = new SpanSending(transport, this.ledger, this.outage, this.pauses, () -> this.stopping);
		this.spooled = (spool != null && transport instanceof OtlpTransport otlp)
				? new SpooledSending(this.sending, otlp, spool, this.outage, () -> this.stopping) : null;
		this.thread = new Thread(this, "sightline-span-export");
		this.thread.setDaemon(true);
		pressure.onShortHeap(() -> relieve(pressure));
	}

	private void relieve(Pressure pressure) {
		this.queue.trim((span) -> {
			this.incomplete.add(span.getTraceId());
			this.ledger.drop(SpanLedger.PRESSURE, 1);
			pressure.shed(Detail.SPANS, 1);
		});
	}

	/**
	 * How full the queue is, from 0 to 1.
	 */
	double fill() {
		return (double) this.queue.size() / this.queue.capacity();
	}

	/**
	 * What became of the attempts.
	 */
	Delivery attempts() {
		return this.sending.delivery();
	}

	void start() {
		this.thread.start();
	}

	/**
	 * Takes a span that has been counted as created.
	 */
	void offer(SpanData span) {
		if (this.stopping) {
			this.ledger.drop(SpanLedger.SHUTDOWN, 1);
		}
		else if (!this.queue.offer(span)) {
			this.incomplete.add(span.getTraceId());
			this.sending.lose(SpanLedger.QUEUE_FULL, 1, "the queue is full");
		}
		else if (this.queue.size() >= this.settings.batchSize() && this.pauses.isOn()) {
			this.pauses.end();
		}
	}

	/**
	 * Delivers what waits.
	 */
	CompletableResultCode flush() {
		CompletableResultCode result = new CompletableResultCode();
		if (this.stopping) {
			return result.succeed();
		}
		this.flushes.add(result);
		this.pauses.end();
		return result;
	}

	/**
	 * Delivers what waits, in bounded time, and ends. The exporter goes on: it belongs to
	 * the context, which closes it.
	 */
	void shutdown() {
		this.stopping = true;
		this.pauses.end();
		if (!join(this.settings.shutdownTimeout().minus(GRACE))) {
			this.thread.interrupt();
			this.abandoned = !join(GRACE);
		}
		int left = this.queue.size();
		this.queue.release(left);
		this.ledger.drop(SpanLedger.SHUTDOWN, left);
		this.outage.finish(left);
		completeFlushes();
	}

	private boolean join(Duration timeout) {
		try {
			this.thread.join(Math.max(1, timeout.toMillis()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return !this.thread.isAlive();
	}

	@Override
	public void run() {
		while (!this.stopping) {
			try {
				this.pauses.pause(pauseLength(), this::hasWork);
				deliver();
			}
			catch (Throwable ex) {
				// Such as a want of memory: the thread has to be there when it is over.
				this.outage.begin(Reply.describe(ex));
			}
		}
		boolean going = true;
		while (going && !this.queue.isEmpty()) {
			going = deliverBatch();
		}
	}

	private Duration pauseLength() {
		Duration delay = this.settings.delay();
		if (this.spooled == null || !this.spooled.isWaiting()) {
			return delay;
		}
		Duration retry = this.spooled.untilNextTry();
		return (retry.compareTo(delay) < 0) ? retry : delay;
	}

	private boolean hasWork() {
		return this.stopping || this.queue.size() >= this.settings.batchSize() || !this.flushes.isEmpty();
	}

	private void deliver() {
		// A flush that is asked for from now on may be for a span that comes after the
		// end.
		int asked = this.flushes.size();
		do {
			if (this.spooled != null) {
				this.spooled.resend();
			}
			deliverBatch();
		}
		while (!this.stopping
				&& (this.queue.size() >= this.settings.batchSize() || (asked > 0 && !this.queue.isEmpty())));
		complete(asked);
	}

	/**
	 * Delivers the next batch.
	 * @return {@code false} if the application ends and there is no use in going on
	 */
	private boolean deliverBatch() {
		List<SpanData> batch = this.queue.take(this.settings.batchSize());
		List<SpanData> prepared = new ArrayList<>(batch.size());
		for (SpanData span : batch) {
			prepare(span, prepared);
		}
		this.queue.release(batch.size() - prepared.size());
		if (prepared.isEmpty()) {
			return true;
		}
		if (!send(prepared)) {
			return false;
		}
		if (!this.abandoned) {
			this.queue.release(prepared.size());
		}
		return true;
	}

	private boolean send(List<SpanData> spans) {
		if (this.spooled == null) {
			return this.sending.send(spans);
		}
		try {
			this.spooled.send(spans);
		}
		catch (Throwable ex) {
			// Also an error of the JVM: what an exporter throws must not end the thread.
			this.sending.lose(SpanLedger.EXPORTER, spans.size(), Reply.describe(ex));
		}
		return true;
	}

	private void prepare(SpanData span, List<SpanData> prepared) {
		try {
			SpanData ready = this.preparation
				.prepare(this.incomplete.contains(span.getTraceId()) ? new PartialSpan(span) : span);
			if (ready != null) {
				prepared.add(ready);
			}
			else {
				this.ledger.leaveOut();
			}
		}
		catch (Throwable ex) {
			this.sending.lose(SpanLedger.EXPORTER, 1, "a span cannot be prepared: " + Reply.describe(ex));
		}
	}

	private void completeFlushes() {
		complete(Integer.MAX_VALUE);
	}

	private void complete(int asked) {
		for (int i = 0; i < asked; i++) {
			CompletableResultCode flush = this.flushes.poll();
			if (flush == null) {
				return;
			}
			flush.succeed();
		}
	}

}
