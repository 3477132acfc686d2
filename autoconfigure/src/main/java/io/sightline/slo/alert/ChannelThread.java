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

package io.sightline.slo.alert;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one channel on a thread of its own, which lives while there is something to tell:
 * a channel that hangs holds up no other and no rule. Alerts that wait are few; more than
 * that are dropped.
 */
final class ChannelThread {

	static final int WAITING = 100;

	private static final Logger logger = LoggerFactory.getLogger(ChannelThread.class);

	private static final Duration IDLE = Duration.ofSeconds(30);

	private final NotificationChannel channel;

	private final String name;

	private final MeterRegistry registry;

	private final ThreadPoolExecutor thread;

	ChannelThread(NotificationChannel channel, MeterRegistry registry) {
		this.channel = channel;
		this.name = name(channel);
		this.registry = registry;
		this.thread = new ThreadPoolExecutor(1, 1, IDLE.toMillis(), TimeUnit.MILLISECONDS,
				new ArrayBlockingQueue<>(WAITING), (work) -> {
					Thread created = new Thread(work, "sightline-alert-" + this.name);
					created.setDaemon(true);
					return created;
				});
		this.thread.allowCoreThreadTimeOut(true);
	}

	private static String name(NotificationChannel channel) {
		try {
			return channel.name();
		}
		catch (Throwable ex) {
			logger.warn("A channel of {} does not say its name", channel.getClass().getName(), ex);
			return channel.getClass().getSimpleName();
		}
	}

	void tell(Alert alert) {
		try {
			this.thread.execute(() -> send(alert));
		}
		catch (RejectedExecutionException ex) {
			count(Outcome.DROPPED);
			logger.warn("Channel {} is not told of alert {}, as {} wait for it: {}", this.name, alert.name(),
					this.thread.getQueue().size(), alert.message());
		}
		catch (Throwable ex) {
			count(Outcome.DROPPED);
			logger.warn("Channel {} is not told of alert {}, as it has no thread", this.name, alert.name(), ex);
		}
	}

	private void send(Alert alert) {
		try {
			this.channel.send(alert);
			count(Outcome.SENT);
		}
		catch (Throwable ex) {
			count(Outcome.FAILED);
			logger.warn("Channel {} could not tell of alert {}", this.name, alert.name(), ex);
		}
	}

	private void count(Outcome outcome) {
		Counter.builder("sightline.alert.notifications")
			.description("Alerts that channels were to tell of")
			.tag("channel", this.name)
			.tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
			.register(this.registry)
			.increment();
	}

	/**
	 * Takes no more.
	 */
	void end() {
		this.thread.shutdown();
	}

	/**
	 * Gives what waits a last chance.
	 */
	void end(Duration patience) throws InterruptedException {
		if (!this.thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
			this.thread.shutdownNow().forEach((waiting) -> count(Outcome.DROPPED));
		}
	}

	/**
	 * What became of an alert.
	 */
	private enum Outcome {

		/**
		 * The channel was told.
		 */
		SENT,

		/**
		 * The channel could not tell.
		 */
		FAILED,

		/**
		 * The channel was not told.
		 */
		DROPPED

	}

}
