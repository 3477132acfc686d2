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

package io.sightline.samples.alert.channel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sightline.samples.alert.channel.DeliveryReport.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for one channel, on a thread of its own: a channel that fails or hangs holds
 * up no other. In order, as the end of an alert must not overtake its beginning.
 */
final class ChannelQueue implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(ChannelQueue.class);

	private static final int CAPACITY = 1_000;

	private final AlertChannel channel;

	private final RetryPolicy retry;

	private final MeterRegistry registry;

	private final Counter retries;

	private final ExecutorService executor;

	private final AtomicInteger size = new AtomicInteger();

	/**
	 * Touched by the thread of the channel only.
	 */
	private final Queue<Job> waiting = new ArrayDeque<>();

	ChannelQueue(AlertChannel channel, RetryPolicy retry, MeterRegistry registry) {
		this.channel = channel;
		this.retry = retry;
		this.registry = registry;
		this.retries = Counter.builder("alert.delivery.retries")
			.description("Further attempts to deliver an alert")
			.tag("channel", channel.name())
			.register(registry);
		for (Outcome outcome : Outcome.values()) {
			counter(outcome);
		}
		this.executor = Executors.newSingleThreadExecutor((task) -> {
			Thread thread = new Thread(task, "alert-" + channel.name());
			thread.setDaemon(true);
			return thread;
		});
	}

	private Counter counter(Outcome outcome) {
		return Counter.builder("alert.deliveries")
			.description("Alerts that were to be delivered, by what became of them")
			.tag("channel", this.channel.name())
			.tag("outcome", outcome.name())
			.register(this.registry);
	}

	String name() {
		return this.channel.name();
	}

	void add(Alert alert, Consumer<DeliveryReport> listener) {
		if (this.size.incrementAndGet() > CAPACITY) {
			end(new Job(alert, listener), Outcome.DROPPED, "Queue full");
			return;
		}
		this.executor.execute(() -> {
			this.waiting.add(new Job(alert, listener));
			if (this.waiting.size() == 1) {
				tryNext();
			}
		});
	}

	private void tryNext() {
		Job job = this.waiting.peek();
		if (job == null) {
			return;
		}
		job.attempts++;
		Throwable failure = send(job.alert);
		if (failure == null) {
			finish(job, Outcome.DELIVERED, null);
		}
		else if (failure instanceof DeliveryException refused) {
			failed(job, refused);
		}
		else {
			log.error("Channel {} is broken", this.channel.name(), failure);
			finish(job, Outcome.FAILED, failure.getClass().getSimpleName());
		}
	}

	/**
	 * Whatever is thrown: what waits behind would wait for ever.
	 */
	private @Nullable Throwable send(Alert alert) {
		try {
			this.channel.send(alert);
			return null;
		}
		catch (Throwable ex) {
			return ex;
		}
	}

	private void failed(Job job, DeliveryException ex) {
		if (this.retry.isOver(job.attempts, ex)) {
			log.error("Alert {} was not delivered by channel {} in {} attempts: {}", job.alert.name(),
					this.channel.name(), job.attempts, ex.getMessage());
			finish(job, Outcome.FAILED, ex.getMessage());
			return;
		}
		Duration delay = this.retry.delay(job.attempts, ex.retryAfter());
		log.warn("Channel {} is tried again in {} ms: {}", this.channel.name(), delay.toMillis(), ex.getMessage());
		this.retries.increment();
		CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, this.executor).execute(this::tryNext);
	}

	private void finish(Job job, Outcome outcome, @Nullable String error) {
		this.waiting.remove();
		end(job, outcome, error);
		if (!this.executor.isShutdown()) {
			this.executor.execute(this::tryNext);
		}
	}

	private void end(Job job, Outcome outcome, @Nullable String error) {
		this.size.decrementAndGet();
		counter(outcome).increment();
		try {
			job.listener.accept(new DeliveryReport(this.channel.name(), outcome, job.attempts, error));
		}
		catch (Throwable ex) {
			log.error("The delivery of alert {} is not in the history", job.alert.name(), ex);
		}
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

	/**
	 * An alert that waits. Touched by the thread of the channel only.
	 */
	private static final class Job {

		private final Alert alert;

		private final Consumer<DeliveryReport> listener;

		private int attempts;

		Job(Alert alert, Consumer<DeliveryReport> listener) {
			this.alert = alert;
			this.listener = listener;
		}

	}

}
