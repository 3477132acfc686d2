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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;
import io.sightline.context.LogMarkers;
import io.sightline.context.RequestContext;
import io.sightline.logging.CapturedEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AsyncDelivery}.
 */
class AsyncDeliveryTests {

	private static final int CAPACITY = 100;

	private final LoggerContext context = new LoggerContext();

	private final Logger logger = this.context.getLogger("test");

	private final TestAppender appender = new TestAppender();

	private AsyncDelivery delivery = deliver(0);

	private AsyncDelivery deliver(int repeatsPerSecond) {
		this.context.setMDCAdapter(new LogbackMDCAdapter());
		this.appender.setContext(this.context);
		this.appender.start();
		AsyncDelivery started = new AsyncDelivery(this.context, List.of(this.appender),
				new DeliverySettings(CAPACITY, Duration.ofMillis(20), Duration.ofMillis(200), repeatsPerSecond));
		started.start();
		this.logger.setLevel(Level.TRACE);
		this.logger.detachAndStopAllAppenders();
		this.logger.addAppender(started);
		return started;
	}

	@AfterEach
	void stop() {
		this.appender.open();
		this.delivery.stop();
		assertThat(this.delivery.ledger().created()).isPositive();
	}

	@Test
	void deliversInOrder() {
		IntStream.range(0, 50).forEach((i) -> this.logger.info("line {}", i));
		await().until(() -> this.appender.messages.size() == 50);
		assertThat(this.appender.messages).startsWith("line 0", "line 1").endsWith("line 49");
		await().until(() -> this.delivery.ledger().exported() == 50);
	}

	@Test
	void handsOnToEachListenerWhateverAnotherDoes() {
		List<CapturedEvent> first = new CopyOnWriteArrayList<>();
		List<CapturedEvent> second = new CopyOnWriteArrayList<>();
		Consumer<CapturedEvent> leaving = first::add;
		this.delivery.handOn((event) -> {
			throw new IllegalStateException("broken");
		});
		this.delivery.handOn(leaving);
		this.delivery.handOn(second::add);
		this.logger.info("one");
		await().until(() -> second.size() == 1);
		this.delivery.stopHandingOn(leaving);
		this.logger.info("two");
		await().until(() -> second.size() == 2);
		assertThat(first).hasSize(1);
	}

	@Test
	void goesOnWhileAppenderIsBlocked() {
		blockAppender();
		IntStream.range(0, 10 * CAPACITY).forEach((i) -> this.logger.info("line {}", i));
		assertThat(this.delivery.ledger().dropped(AsyncDelivery.QUEUE_FULL)).isGreaterThanOrEqualTo(9 * CAPACITY);
	}

	@Test
	void keepsReserveForWarningsAndErrors() {
		blockAppender();
		IntStream.range(0, 2 * CAPACITY).forEach((i) -> this.logger.info("line {}", i));
		this.logger.error("grave");
		this.appender.open();
		await().untilAsserted(() -> assertThat(this.appender.messages).contains("grave"));
	}

	@Test
	void tellsOnceThatLinesAreLostAndOnceHowMany() {
		blockAppender();
		IntStream.range(0, CAPACITY).forEach((i) -> this.logger.debug("line {}", i));
		long lost = this.delivery.ledger().dropped();
		this.appender.open();
		await().until(() -> this.appender.count("Log lines were lost") == 1);
		assertThat(this.appender.count("Log lines are being lost")).isOne();
		assertThat(this.appender.messages).last().isEqualTo("Log lines were lost: " + lost + " (DEBUG " + lost + ")");
	}

	@Test
	void accountsForEventThatCannotBeRead() {
		this.logger.info("{}", new Object() {

			@Override
			public String toString() {
				throw new AssertionError("hostile");
			}

		});
		assertThat(this.delivery.ledger().created()).isOne();
		await().untilAsserted(() -> assertThat(this.delivery.ledger().difference()).isZero());
	}

	@Test
	void survivesAppenderThatThrowsAnError() {
		this.appender.failure = new NoClassDefFoundError("gone");
		this.logger.info("lost");
		await().until(() -> this.delivery.ledger().dropped(AsyncDelivery.APPENDER_FAILED) == 1);
		this.appender.failure = null;
		this.logger.info("kept");
		await().untilAsserted(() -> assertThat(this.appender.messages).contains("kept"));
	}

	@Test
	void deliversWhatIsQueuedOnStop() {
		IntStream.range(0, 50).forEach((i) -> this.logger.info("line {}", i));
		this.delivery.stop();
		assertThat(this.appender.messages).hasSize(50);
		assertThat(this.appender.isStarted()).isFalse();
	}

	@Test
	void stopsInTimeWhenAppenderIsStuckAndAccountsForTheRest() {
		blockAppender();
		IntStream.range(0, 10).forEach((i) -> this.logger.info("line {}", i));
		this.delivery.stop();
		assertThat(this.delivery.ledger().dropped(AsyncDelivery.SHUTDOWN)).isPositive();
		assertThat(this.appender.isStarted()).isTrue();
	}

	@Test
	void collapsesRepeatsIntoOneLineWithTheirCount() {
		this.delivery.stop();
		this.delivery = deliver(5);
		IntStream.range(0, 50).forEach((i) -> this.logger.error("again {}", i));
		await().until(() -> this.appender.suppressed() > 0);
		long passed = this.appender.count("again");
		assertThat(passed - 1 + this.appender.suppressed()).isGreaterThanOrEqualTo(49);
		assertThat(this.delivery.ledger().unsampled()).isEqualTo(this.appender.suppressed());
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.audit", "sightline.request" })
	void neverCollapsesEventsForTheRecord(String name) {
		this.delivery.stop();
		this.delivery = deliver(5);
		Logger record = this.context.getLogger(name);
		record.addAppender(this.delivery);
		record.setAdditive(false);
		IntStream.range(0, 50).forEach((i) -> record.info("payment_created"));
		await().until(() -> this.appender.count("payment_created") == 50);
	}

	@Test
	void keepsReserveForAuditEvents() {
		blockAppender();
		IntStream.range(0, 2 * CAPACITY).forEach((i) -> this.logger.info("line {}", i));
		this.logger.info(LogMarkers.AUDIT, "payment_created");
		this.appender.open();
		await().untilAsserted(() -> assertThat(this.appender.messages).contains("payment_created"));
	}

	@Test
	void ledgerBalancesWhenAllIsQuiet() {
		IntStream.range(0, 10 * CAPACITY).parallel().forEach((i) -> this.logger.info("line {}", i));
		await().until(() -> this.delivery.ledger().queued() == 0);
		await().untilAsserted(() -> assertThat(this.delivery.ledger().difference()).isZero());
	}

	@Test
	void capturesTheRequestOfTheLoggingThread() {
		try (RequestContext.Scope scope = new RequestContext("id", "GET", "/", false).open()) {
			this.logger.info("in request");
		}
		await().until(() -> !this.appender.events.isEmpty());
		assertThat(this.appender.events.get(0)).isInstanceOfSatisfying(CapturedEvent.class,
				(event) -> assertThat(event.request()).extracting(RequestContext::requestId).isEqualTo("id"));
	}

	private void blockAppender() {
		this.appender.block();
		this.logger.trace("blocks");
		await().until(this.appender::isBlocked);
	}

	static final class TestAppender extends AppenderBase<ILoggingEvent> {

		private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

		private final List<String> messages = new CopyOnWriteArrayList<>();

		private final CountDownLatch blocked = new CountDownLatch(1);

		private volatile CountDownLatch gate = new CountDownLatch(0);

		private volatile @Nullable Error failure;

		@Override
		public void doAppend(ILoggingEvent event) {
			Error failure = this.failure;
			if (failure != null) {
				throw failure;
			}
			try {
				this.blocked.countDown();
				this.gate.await(10, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			this.messages.add(event.getFormattedMessage());
			this.events.add(event);
		}

		@Override
		protected void append(ILoggingEvent event) {
			throw new UnsupportedOperationException();
		}

		void block() {
			this.gate = new CountDownLatch(1);
		}

		boolean isBlocked() {
			return this.blocked.getCount() == 0;
		}

		void open() {
			this.gate.countDown();
		}

		long count(String prefix) {
			return this.messages.stream().filter((message) -> message.startsWith(prefix)).count();
		}

		long suppressed() {
			return this.events.stream()
				.map(ILoggingEvent::getKeyValuePairs)
				.filter((pairs) -> pairs != null)
				.flatMap(List::stream)
				.map((KeyValuePair pair) -> (Integer) pair.value)
				.mapToLong(Integer::longValue)
				.sum();
		}

	}

}
