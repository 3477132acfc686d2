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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class AlertDeliveryTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final List<Alert> received = new CopyOnWriteArrayList<>();

	private final CountDownLatch released = new CountDownLatch(1);

	private final Alert alert = new Alert("QueueFull", AlertSeverity.CRITICAL, "the queue is full", Map.of());

	@AfterEach
	void release() {
		this.released.countDown();
	}

	@ParameterizedTest
	@MethodSource("failures")
	void tellsEveryChannelWhateverTheOthersDo(Throwable failure) {
		AlertDelivery delivery = delivery(new BrokenChannel(failure), this::receive);
		delivery.deliver(this.alert);
		delivery.deliver(this.alert);
		await().atMost(LIMIT).until(() -> this.received.size() == 2);
		await().atMost(LIMIT).until(() -> count("broken", "failed") == 2);
	}

	static List<Throwable> failures() {
		return List.of(new Exception("no connection"), new InterruptedException("somebody was impatient"),
				new NoClassDefFoundError("gone"), new OutOfMemoryError("no thread"));
	}

	@Test
	void countsWhatItTold() {
		delivery(new LoggingChannel()).deliver(this.alert);
		await().atMost(LIMIT).until(() -> count("LoggingChannel", "sent") == 1);
	}

	@Test
	void leavesTheThreadOfOthersAsItWas() {
		NotificationChannel blocking = (alert) -> {
			Thread.onSpinWait();
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			receive(alert);
		};
		delivery(new BrokenChannel(new InterruptedException()), blocking).deliver(this.alert);
		await().atMost(LIMIT).until(() -> !this.received.isEmpty());
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	@Test
	void isNotHeldUpByAChannelThatHangs() {
		AlertDelivery delivery = delivery((alert) -> this.released.await(), this::receive);
		IntStream.range(0, 3).forEach((i) -> delivery.deliver(this.alert));
		await().atMost(LIMIT).until(() -> this.received.size() == 3);
	}

	@Test
	void countsWhatAChannelThatHangsIsNotTold() {
		AlertDelivery delivery = delivery(new HangingChannel());
		IntStream.range(0, ChannelThread.WAITING + 3).forEach((i) -> delivery.deliver(this.alert));
		assertThat(count("hanging", "dropped")).isEqualTo(2);
		delivery.close();
		assertThat(count("hanging", "dropped")).isEqualTo(2 + ChannelThread.WAITING);
	}

	@Test
	void knowsAChannelThatDoesNotSayItsName() {
		delivery(new NamelessChannel(), this::receive).deliver(this.alert);
		await().atMost(LIMIT).until(() -> count("NamelessChannel", "sent") == 1 && !this.received.isEmpty());
	}

	@Test
	void tellsWhatWaitsBeforeItEnds() {
		AlertDelivery delivery = delivery(this::receive);
		delivery.deliver(this.alert);
		delivery.close();
		assertThat(this.received).containsExactly(this.alert);
	}

	private void receive(Alert told) {
		this.received.add(told);
	}

	private AlertDelivery delivery(NotificationChannel... channels) {
		return new AlertDelivery(List.of(channels), this.registry);
	}

	private double count(String channel, String outcome) {
		Counter counter = this.registry.find("sightline.alert.notifications")
			.tags("channel", channel, "outcome", outcome)
			.counter();
		return (counter != null) ? counter.count() : 0;
	}

	/**
	 * Throws whatever it is made with.
	 */
	private record BrokenChannel(Throwable failure) implements NotificationChannel {

		@Override
		public void send(Alert alert) throws Exception {
			if (this.failure instanceof Error error) {
				throw error;
			}
			throw (Exception) this.failure;
		}

		@Override
		public String name() {
			return "broken";
		}

	}

	/**
	 * Has no name.
	 */
	private static final class NamelessChannel implements NotificationChannel {

		@Override
		public void send(Alert alert) {
		}

		@Override
		public String name() {
			throw new IllegalStateException("not configured");
		}

	}

	/**
	 * Never comes back.
	 */
	private final class HangingChannel implements NotificationChannel {

		@Override
		public void send(Alert alert) throws InterruptedException {
			AlertDeliveryTests.this.released.await();
		}

		@Override
		public String name() {
			return "hanging";
		}

	}

}
