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

package io.sightline.logging.async;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.sightline.ledger.ItemSize;
import io.sightline.ledger.SignalLedger;
import io.sightline.logging.CapturedEvent;
import io.sightline.logging.json.MessageFormat;
import io.sightline.pressure.Detail;
import io.sightline.pressure.Pressure;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the application and its appenders: a log call puts the event into a
 * bounded queue and returns, and one thread delivers. When the queue is full, TRACE,
 * DEBUG and INFO are lost and counted; WARN and ERROR have a reserve, then wait a bounded
 * time. A call takes no lock and never throws.
 */
public final class AsyncDelivery extends UnsynchronizedAppenderBase<ILoggingEvent> {

	/**
	 * The reason of events that found no room.
	 */
	public static final String QUEUE_FULL = "queue_full";

	/**
	 * The reason of events whose appender failed.
	 */
	public static final String APPENDER_FAILED = "appender_failed";

	/**
	 * The reason of events whose content could not be read.
	 */
	public static final String CAPTURE_FAILED = "capture_failed";

	/**
	 * The reason of events that could not be delivered before the application ended.
	 */
	public static final String SHUTDOWN = "shutdown";

	/**
	 * The reason of events that were left out as the application was short of something.
	 */
	public static final String PRESSURE = Pressure.REASON;

	private static final long RETRY_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

	/**
	 * One event a unit of work: equal templates are not repeats.
	 */
	private static final Set<String> NEVER_LIMITED = Set.of("sightline.request", "sightline.audit");

	private final DeliverySettings settings;

	private final List<Sink> sinks;

	private final LogQueue queue;

	private final Losses losses = new Losses();

	private final RepeatLimiter repeats;

	private final SignalLedger ledger;

	private final DeliveryWorker worker;

	private volatile Pressure pressure = new Pressure();

	/**
	 * Creates the delivery to appenders, which it stops with itself.
	 * @param context the logging context
	 * @param appenders the appenders
	 * @param settings how to deliver
	 */
	public AsyncDelivery(LoggerContext context, List<Appender<ILoggingEvent>> appenders, DeliverySettings settings) {
		setContext(context);
		setName("SIGHTLINE");
		this.settings = settings;
		this.sinks = appenders.stream().map(AsyncDelivery::sink).toList();
		this.queue = new LogQueue(settings.queueSize(), () -> this.pressure.isHeapShort());
		this.repeats = new RepeatLimiter(settings.repeatsPerSecond());
		this.ledger = new SignalLedger("logs", List.of(QUEUE_FULL, CAPTURE_FAILED, APPENDER_FAILED, SHUTDOWN, PRESSURE),
				this.queue::size, settings.queueSize());
		if (context.getObject(ItemSize.class.getName()) instanceof ItemSize size) {
			this.ledger.sizedBy(size);
		}
		this.worker = new DeliveryWorker(this.queue, this.sinks, this.ledger, this.losses,
				new Housekeeping(context, this.losses, this.repeats), DeliveryWorker.PAUSE);
	}

	private static Sink sink(Appender<ILoggingEvent> appender) {
		return (appender.getClass() == ConsoleAppender.class)
				? new ConsoleSink((ConsoleAppender<ILoggingEvent>) appender) : new AppenderSink(appender);
	}

	/**
	 * The account of the log events.
	 * @return the account
	 */
	public SignalLedger ledger() {
		return this.ledger;
	}

	/**
	 * Hands on each event after it has been delivered, by the thread that delivers.
	 * @param listener gets the events and must return at once
	 */
	public void handOn(Consumer<CapturedEvent> listener) {
		this.worker.add(listener);
	}

	/**
	 * Hands on no event any more.
	 * @param listener has got the events so far
	 */
	public void stopHandingOn(Consumer<CapturedEvent> listener) {
		this.worker.remove(listener);
	}

	/**
	 * Leaves out detail from now on when an application is short of something.
	 * @param pressure knows whether it is
	 */
	public void follow(Pressure pressure) {
		this.pressure = pressure;
		pressure.onShortHeap(() -> shed(this.queue.trim()));
	}

	private void shed(int events) {
		if (events > 0) {
			this.ledger.drop(PRESSURE, events);
			this.pressure.shed(Detail.LOG_EVENTS, events);
		}
	}

	@Override
	public void start() {
		this.worker.start();
		super.start();
	}

	@Override
	protected void append(ILoggingEvent event) {
		this.ledger.create();
		if (event.getLevel().levelInt < Level.INFO_INT && isDetailTooMuch()) {
			shed(1);
			return;
		}
		if (isRepeat(event)) {
			this.ledger.leaveOut();
			return;
		}
		CapturedEvent captured = capture(event);
		if (captured != null) {
			deliver(captured);
		}
	}

	/**
	 * A receiver of spans that does not keep up is no reason to leave out lines.
	 */
	private boolean isDetailTooMuch() {
		return this.pressure.isHigh()
				&& (this.pressure.isMachineShort() || this.queue.size() > this.queue.capacity() / 4);
	}

	private @Nullable CapturedEvent capture(ILoggingEvent event) {
		try {
			CapturedEvent captured = CapturedEvent.of(event);
			MessageFormat.render(captured);
			if (getContext().getObject(CapturedEvent.INCLUDE_CALLER) != null) {
				captured.getCallerData();
			}
			return captured;
		}
		catch (Exception | StackOverflowError ex) {
			// What the application handed over cannot be read, and it must not be told.
			this.ledger.drop(CAPTURE_FAILED, 1);
			this.losses.add(event.getLevel());
			return null;
		}
	}

	private void deliver(CapturedEvent event) {
		boolean important = event.isImportant();
		if (this.queue.offer(event, important) || (important && await(event))) {
			this.worker.wake();
			return;
		}
		this.ledger.drop(QUEUE_FULL, 1);
		this.losses.add(event.getLevel());
	}

	private boolean isRepeat(ILoggingEvent event) {
		return this.settings.repeatsPerSecond() > 0 && !NEVER_LIMITED.contains(event.getLoggerName())
				&& !this.repeats.admit(event, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime()));
	}

	/**
	 * Waits for room. Not behind a worker that does not move: then every thread that logs
	 * a warning would pay the whole wait.
	 */
	private boolean await(CapturedEvent event) {
		long deadline = System.nanoTime() + this.settings.maxWait().toNanos();
		while (System.nanoTime() < deadline && !this.worker.isStuck()) {
			LockSupport.parkNanos(this, RETRY_NANOS);
			if (this.queue.offer(event, true)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Delivers what is queued, in bounded time, and stops the appenders. An appender that
	 * is stuck is left as it is.
	 */
	@Override
	public void stop() {
		if (release()) {
			this.sinks.forEach(Sink::stop);
		}
	}

	/**
	 * Delivers what is queued, in bounded time, and ends. The appenders go on.
	 * @return whether this call ended the delivery and the appenders are free;
	 * {@code false} if one of them is stuck
	 */
	public boolean release() {
		if (!isStarted()) {
			return false;
		}
		super.stop();
		if (this.worker.stop(this.settings.shutdownTimeout().toMillis())) {
			return true;
		}
		int left = this.queue.size();
		this.ledger.drop(SHUTDOWN, left);
		addWarn(left + " log events could not be delivered within " + this.settings.shutdownTimeout().toMillis()
				+ " ms of shutdown and are lost");
		return false;
	}

}
