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
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.sightline.ledger.SignalLedger;
import io.sightline.logging.CapturedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link DeliveryWorker}.
 */
class DeliveryWorkerTests {

	private static final int CAPACITY = 80;

	/**
	 * An eighth of what there is room for beside the reserve for warnings.
	 */
	private static final int FEW = 8;

	private final LoggerContext context = new LoggerContext();

	private final LogQueue queue = new LogQueue(CAPACITY, () -> false);

	private final CountingSink sink = new CountingSink();

	/**
	 * Pauses for longer than any test takes, so that what is delivered was asked for.
	 */
	private final DeliveryWorker worker = new DeliveryWorker(this.queue, List.of(this.sink),
			new SignalLedger("logs", List.of(), this.queue::size, CAPACITY), new Losses(),
			new Housekeeping(this.context, new Losses(), new RepeatLimiter(0)), Duration.ofHours(1));

	DeliveryWorkerTests() {
		this.worker.start();
		await().until(() -> this.worker.isPausing());
	}

	@AfterEach
	void stop() {
		assertThat(this.worker.stop(5_000)).isTrue();
	}

	@Test
	void isLeftInItsPauseByFewEvents() {
		log(FEW);
		assertThat(this.worker.isPausing()).isTrue();
		assertThat(this.sink.written).hasValue(0);
	}

	@Test
	void isWokenWhenTheQueueBeginsToFill() {
		log(FEW + 1);
		await().until(() -> this.sink.flushed.get() == FEW + 1);
	}

	@Test
	void deliversWhatItLeftWhenItStops() {
		log(3);
		assertThat(this.worker.stop(5_000)).isTrue();
		assertThat(this.sink.flushed).hasValue(3);
	}

	private void log(int events) {
		IntStream.range(0, events).forEach((i) -> {
			LoggingEvent event = new LoggingEvent();
			event.setLoggerContext(this.context);
			event.setLevel(Level.INFO);
			event.setMessage("line");
			assertThat(this.queue.offer(CapturedEvent.of(event), false)).isTrue();
			this.worker.wake();
		});
	}

	private static final class CountingSink implements Sink {

		private final AtomicInteger written = new AtomicInteger();

		private final AtomicInteger flushed = new AtomicInteger();

		@Override
		public void write(ILoggingEvent event) {
			this.written.incrementAndGet();
		}

		@Override
		public int flush() {
			this.flushed.set(this.written.get());
			return 0;
		}

		@Override
		public void stop() {
			// There is nothing behind.
		}

	}

}
