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

package io.sightline.logging.otlp;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.sightline.ledger.SignalLedger;
import io.sightline.logging.CapturedEvent;
import io.sightline.logging.async.LogQueue;
import io.sightline.pressure.Pressure;
import io.sightline.report.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * Exports what the delivery of log events hands on: a bounded queue and one thread. An
 * exporter that is slow, hangs or fails loses events, which are counted, and holds up
 * neither the delivery nor the application. What exporting itself logs is left out, for
 * it would be exported for ever.
 */
public final class LogExport implements Consumer<CapturedEvent> {

	/**
	 * The reason of events that found no room.
	 */
	public static final String QUEUE_FULL = "queue_full";

	/**
	 * The reason of events that the exporter could not deliver.
	 */
	public static final String EXPORTER = "exporter";

	/**
	 * The reason of events that could not be delivered before the application ended.
	 */
	public static final String SHUTDOWN = "shutdown";

	private static final String THREAD = "sightline-log-export";

	/**
	 * What exporting logs, ours and that of clients it may go through.
	 */
	private static final String[] OWN = { "io.opentelemetry.exporter.", "io.opentelemetry.sdk.", "okhttp3.", "io.grpc.",
			LogExport.class.getPackageName() + "." };

	private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

	private final LogRecordExporter exporter;

	private final LogRecords records;

	private final LogExportSettings settings;

	private final LogQueue queue;

	private final SignalLedger ledger;

	private final Delivery attempts = new Delivery("logs", "OTLP", InstantSource.system());

	private final LogOutage outage = new LogOutage();

	private volatile boolean stopping;

	/**
	 * Whether nobody waits for the thread any more.
	 */
	private volatile boolean abandoned;

	private @Nullable Thread thread;

	/**
	 * Creates an export.
	 * @param exporter delivers records
	 * @param records makes them
	 * @param settings how
	 * @param scarce whether memory is scarce now, and less may wait
	 */
	public LogExport(LogRecordExporter exporter, LogRecords records, LogExportSettings settings,
			BooleanSupplier scarce) {
		this.exporter = exporter;
		this.records = records;
		this.settings = settings;
		this.queue = new LogQueue(settings.queueSize(), scarce);
		this.ledger = new SignalLedger("log_export", List.of(QUEUE_FULL, EXPORTER, SHUTDOWN, Pressure.REASON),
				this.queue::size, settings.queueSize());
	}

	/**
	 * What became of the attempts.
	 * @return their account
	 */
	public Delivery attempts() {
		return this.attempts;
	}

	/**
	 * The account of what was handed over.
	 * @return the account
	 */
	public SignalLedger ledger() {
		return this.ledger;
	}

	/**
	 * Lets go of what waits and is not important, as far as there is no room for it while
	 * memory is scarce.
	 */
	public void relieve() {
		this.ledger.drop(Pressure.REASON, this.queue.trim());
	}

	/**
	 * Starts the thread that exports.
	 */
	public void start() {
		Thread started = new Thread(this::run, THREAD);
		started.setDaemon(true);
		this.thread = started;
		started.start();
	}

	@Override
	public void accept(CapturedEvent event) {
		this.ledger.create();
		if (isOwn(event)) {
			this.ledger.leaveOut();
		}
		else if (this.stopping) {
			this.ledger.drop(SHUTDOWN, 1);
		}
		else if (!this.queue.offer(event, event.isImportant())) {
			this.ledger.drop(QUEUE_FULL, 1);
		}
	}

	private static boolean isOwn(CapturedEvent event) {
		if (THREAD.equals(event.getThreadName())) {
			return true;
		}
		for (String prefix : OWN) {
			if (event.getLoggerName().startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Exports what waits, in bounded time, and ends. The exporter goes on: it belongs to
	 * the context, which closes it.
	 */
	public void stop() {
		this.stopping = true;
		Thread running = this.thread;
		if (running == null) {
			return;
		}
		LockSupport.unpark(running);
		try {
			running.join(Math.max(1, this.settings.shutdownTimeout().toMillis()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (running.isAlive()) {
			this.abandoned = true;
			running.interrupt();
		}
		for (CapturedEvent left = this.queue.poll(); left != null; left = this.queue.poll()) {
			this.ledger.drop(SHUTDOWN, 1);
			this.queue.release(left);
		}
	}

	private void run() {
		while (!this.stopping) {
			export(await());
		}
		List<CapturedEvent> batch = next(new ArrayList<>());
		while (!batch.isEmpty() && export(batch) && !this.abandoned) {
			batch = next(new ArrayList<>());
		}
	}

	private List<CapturedEvent> await() {
		List<CapturedEvent> batch = new ArrayList<>();
		long deadline = System.nanoTime() + this.settings.delay().toNanos();
		do {
			next(batch);
			if (batch.size() < this.settings.batchSize()) {
				LockSupport.parkNanos(this, POLL_NANOS);
			}
		}
		while (!this.stopping && batch.size() < this.settings.batchSize() && System.nanoTime() < deadline);
		return batch;
	}

	private List<CapturedEvent> next(List<CapturedEvent> batch) {
		while (batch.size() < this.settings.batchSize()) {
			CapturedEvent event = this.queue.poll();
			if (event == null) {
				return batch;
			}
			batch.add(event);
		}
		return batch;
	}

	/**
	 * Exports a batch.
	 * @return whether there is use in going on while the application ends
	 */
	private boolean export(List<CapturedEvent> events) {
		int ready = 0;
		for (CapturedEvent event : events) {
			ready += isReady(event) ? 1 : 0;
		}
		boolean going = ready == 0 || export(ready);
		events.forEach(this.queue::release);
		return going;
	}

	private boolean isReady(CapturedEvent event) {
		try {
			this.records.add(event);
			return true;
		}
		catch (Throwable ex) {
			lose(1, ex.getClass().getName());
			return false;
		}
	}

	private boolean export(int count) {
		try {
			CompletableResultCode result = this.exporter.export(this.records.take())
				.join(this.settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
			if (result.isSuccess()) {
				this.attempts.succeeded();
				this.ledger.export(count);
				this.outage.end();
				return true;
			}
			fail(count, describe(result));
		}
		catch (Throwable ex) {
			// Also an error of the JVM: what an exporter throws must not end the thread.
			fail(count, ex.getClass().getName());
		}
		return false;
	}

	private void fail(int count, String reason) {
		this.attempts.failed(reason);
		lose(count, reason);
	}

	private static String describe(CompletableResultCode result) {
		Throwable failure = result.getFailureThrowable();
		if (!result.isDone()) {
			return "the receiver does not answer in time";
		}
		return (failure != null) ? failure.getClass().getName() : "the exporter failed";
	}

	private void lose(int count, String reason) {
		this.ledger.drop(EXPORTER, count);
		this.outage.lose(count, reason);
	}

}
