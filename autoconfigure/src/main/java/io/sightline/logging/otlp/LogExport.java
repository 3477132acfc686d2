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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.sightline.ledger.SignalLedger;
import io.sightline.logging.CapturedEvent;
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

	private static final String[] OWN = { "io.opentelemetry.exporter.", "io.opentelemetry.sdk.",
			LogExport.class.getPackageName() + "." };

	private final LogRecordExporter exporter;

	private final LogRecords records;

	private final LogExportSettings settings;

	private final BlockingQueue<CapturedEvent> queue;

	private final SignalLedger ledger;

	private final LogOutage outage = new LogOutage();

	private volatile boolean stopping;

	private @Nullable Thread thread;

	/**
	 * Creates an export.
	 * @param exporter delivers records
	 * @param records makes them
	 * @param settings how
	 */
	public LogExport(LogRecordExporter exporter, LogRecords records, LogExportSettings settings) {
		this.exporter = exporter;
		this.records = records;
		this.settings = settings;
		this.queue = new ArrayBlockingQueue<>(settings.queueSize());
		this.ledger = new SignalLedger("log_export", List.of(QUEUE_FULL, EXPORTER, SHUTDOWN), this.queue::size,
				settings.queueSize());
	}

	/**
	 * The account of what was handed over.
	 * @return the account
	 */
	public SignalLedger ledger() {
		return this.ledger;
	}

	/**
	 * Starts the thread that exports.
	 */
	public void start() {
		Thread started = new Thread(this::run, "sightline-log-export");
		started.setDaemon(true);
		this.thread = started;
		started.start();
	}

	@Override
	public void accept(CapturedEvent event) {
		this.ledger.create();
		if (isOwn(event.getLoggerName())) {
			this.ledger.leaveOut();
		}
		else if (this.stopping) {
			this.ledger.drop(SHUTDOWN, 1);
		}
		else if (!this.queue.offer(event)) {
			this.ledger.drop(QUEUE_FULL, 1);
		}
	}

	private static boolean isOwn(String logger) {
		for (String prefix : OWN) {
			if (logger.startsWith(prefix)) {
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
		running.interrupt();
		try {
			running.join(Math.max(1, this.settings.shutdownTimeout().toMillis()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		List<CapturedEvent> left = new ArrayList<>();
		this.queue.drainTo(left);
		this.ledger.drop(SHUTDOWN, left.size());
	}

	private void run() {
		while (!this.stopping) {
			try {
				export(await());
			}
			catch (InterruptedException ex) {
				// Only stop() interrupts: what is left goes out below.
				this.stopping = true;
			}
		}
		List<CapturedEvent> batch = next(new ArrayList<>());
		while (!batch.isEmpty() && export(batch)) {
			batch = next(new ArrayList<>());
		}
	}

	private List<CapturedEvent> await() throws InterruptedException {
		List<CapturedEvent> batch = new ArrayList<>();
		long deadline = System.nanoTime() + this.settings.delay().toNanos();
		CapturedEvent event = this.queue.poll(this.settings.delay().toNanos(), TimeUnit.NANOSECONDS);
		while (event != null) {
			batch.add(event);
			long left = deadline - System.nanoTime();
			event = (batch.size() < this.settings.batchSize() && left > 0 && !this.stopping)
					? this.queue.poll(left, TimeUnit.NANOSECONDS) : null;
		}
		return next(batch);
	}

	private List<CapturedEvent> next(List<CapturedEvent> batch) {
		this.queue.drainTo(batch, this.settings.batchSize() - batch.size());
		return batch;
	}

	/**
	 * Exports a batch.
	 * @return whether there is use in going on while the application ends
	 */
	private boolean export(List<CapturedEvent> events) {
		if (events.isEmpty()) {
			return true;
		}
		try {
			for (CapturedEvent event : events) {
				this.records.add(event);
			}
			List<LogRecordData> batch = this.records.take();
			CompletableResultCode result = this.exporter.export(batch)
				.join(this.settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
			if (result.isSuccess()) {
				this.ledger.export(events.size());
				this.outage.end();
				return true;
			}
			lose(events.size(), describe(result));
		}
		catch (Throwable ex) {
			// Also an error of the JVM: what an exporter throws must not end the thread.
			this.records.take();
			lose(events.size(), ex.getClass().getName());
		}
		return false;
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
