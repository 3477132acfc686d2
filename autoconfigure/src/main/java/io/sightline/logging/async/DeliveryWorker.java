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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.sightline.ledger.SignalLedger;
import io.sightline.logging.CapturedEvent;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that delivers. While events keep coming it looks for them every 25
 * milliseconds, so that a thread that logs need not wake it before the queue begins to
 * fill; after a quarter of a second without any it sleeps until it is woken.
 */
final class DeliveryWorker implements Runnable {

	private static final int BATCH = 256;

	/**
	 * How long a pause is as a rule. Lines that are written together cost less each.
	 */
	static final Duration PAUSE = Duration.ofMillis(25);

	private static final int POLLS_BEFORE_SLEEP = 10;

	private static final long SLEEP_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final LogQueue queue;

	private final List<Sink> sinks;

	private final SignalLedger ledger;

	private final Losses losses;

	private final Housekeeping housekeeping;

	private final long pauseNanos;

	/**
	 * The levels of the events of a batch that no sink refused.
	 */
	private final List<Level> delivered = new ArrayList<>(BATCH);

	private final AtomicBoolean asleep = new AtomicBoolean();

	/**
	 * Looks again by itself, and soon.
	 */
	private final AtomicBoolean pausing = new AtomicBoolean();

	private volatile boolean stopping;

	private volatile long progress = System.nanoTime();

	/**
	 * Get what the sinks got, and must not hold up. One for each context that exports.
	 */
	private final List<Consumer<CapturedEvent>> listeners = new CopyOnWriteArrayList<>();

	private @Nullable Thread thread;

	DeliveryWorker(LogQueue queue, List<Sink> sinks, SignalLedger ledger, Losses losses, Housekeeping housekeeping,
			Duration pause) {
		this.queue = queue;
		this.sinks = sinks;
		this.ledger = ledger;
		this.losses = losses;
		this.housekeeping = housekeeping;
		this.pauseNanos = pause.toNanos();
	}

	void start() {
		Thread started = new Thread(this, "sightline-log-delivery");
		started.setDaemon(true);
		this.thread = started;
		started.start();
	}

	void add(Consumer<CapturedEvent> listener) {
		this.listeners.add(listener);
	}

	void remove(Consumer<CapturedEvent> listener) {
		this.listeners.remove(listener);
	}

	/**
	 * Wakes the worker if it sleeps, or pauses while the queue fills. Costs a few reads
	 * of fields while it does not, and no lock.
	 */
	void wake() {
		if (end(this.asleep) || (this.queue.isFilling() && end(this.pausing))) {
			LockSupport.unpark(this.thread);
		}
	}

	private static boolean end(AtomicBoolean rest) {
		return rest.get() && rest.compareAndSet(true, false);
	}

	/**
	 * Whether it waits for more to deliver at once, and looks again by itself.
	 */
	boolean isPausing() {
		return this.pausing.get();
	}

	/**
	 * Whether nothing has been delivered for a while although something waits.
	 */
	boolean isStuck() {
		return this.queue.size() > 0 && System.nanoTime() - this.progress > SLEEP_NANOS;
	}

	/**
	 * Delivers what is queued and ends.
	 * @return whether everything was delivered in time
	 */
	boolean stop(long timeoutMillis) {
		Thread running = this.thread;
		this.stopping = true;
		if (running == null) {
			return true;
		}
		LockSupport.unpark(running);
		try {
			running.join(Math.max(1, timeoutMillis));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return !running.isAlive();
	}

	@Override
	public void run() {
		int idle = 0;
		while (!this.stopping || this.queue.size() > 0) {
			int count = deliver();
			idle = (count > 0) ? 0 : idle + 1;
			this.housekeeping.run(this::deliverNow, this.queue.size() == 0);
			if (idle > POLLS_BEFORE_SLEEP) {
				sleep();
			}
			else if (count < BATCH) {
				pause();
			}
		}
		this.housekeeping.finish(this::deliverNow);
	}

	private void pause() {
		this.pausing.set(true);
		if (!this.queue.isFilling() && !this.stopping) {
			LockSupport.parkNanos(this, this.pauseNanos);
		}
		this.pausing.set(false);
	}

	private void sleep() {
		this.asleep.set(true);
		if (this.queue.size() == 0 && !this.stopping) {
			LockSupport.parkNanos(this, SLEEP_NANOS);
		}
		this.asleep.set(false);
	}

	private int deliver() {
		this.delivered.clear();
		int count = 0;
		CapturedEvent event = this.queue.poll();
		while (event != null) {
			count++;
			if (write(event)) {
				this.delivered.add(event.getLevel());
			}
			else {
				lose(event.getLevel());
			}
			tell(event);
			this.queue.release(event);
			this.progress = System.nanoTime();
			event = (count < BATCH) ? this.queue.poll() : null;
		}
		if (count > 0) {
			account(flush());
			this.progress = System.nanoTime();
		}
		return count;
	}

	/**
	 * An event is delivered when it was flushed: the last of a batch are lost if not.
	 */
	private void account(int lost) {
		int safe = Math.max(0, this.delivered.size() - lost);
		this.ledger.export(safe);
		this.delivered.subList(safe, this.delivered.size()).forEach(this::lose);
	}

	private void lose(Level level) {
		this.ledger.drop(AsyncDelivery.APPENDER_FAILED, 1);
		this.losses.add(level);
	}

	/**
	 * Delivers to all sinks, whatever one of them throws: the next event must not suffer.
	 */
	private boolean write(ILoggingEvent event) {
		boolean delivered = true;
		for (Sink sink : this.sinks) {
			try {
				sink.write(event);
			}
			catch (Throwable ex) {
				delivered = false;
				this.housekeeping.failed(ex);
			}
		}
		return delivered;
	}

	private void tell(CapturedEvent event) {
		for (Consumer<CapturedEvent> listener : this.listeners) {
			try {
				listener.accept(event);
			}
			catch (Throwable ex) {
				this.housekeeping.failed(ex);
			}
		}
	}

	private int flush() {
		int lost = 0;
		for (Sink sink : this.sinks) {
			try {
				lost = Math.max(lost, sink.flush());
			}
			catch (Throwable ex) {
				lost = Math.max(lost, BATCH);
				this.housekeeping.failed(ex);
			}
		}
		return lost;
	}

	private void deliverNow(ILoggingEvent event) {
		write(event);
		flush();
	}

}
