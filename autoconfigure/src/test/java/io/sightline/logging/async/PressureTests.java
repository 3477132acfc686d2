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
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.sightline.context.LogMarkers;
import io.sightline.ledger.SignalLedger;
import io.sightline.pressure.Detail;
import io.sightline.pressure.Pressure;
import io.sightline.pressure.Resource;
import io.sightline.pressure.Shortages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what logs leave out under {@link Pressure}.
 */
class PressureTests {

	private static final int CAPACITY = 800;

	private final LoggerContext context = new LoggerContext();

	private final Logger logger = this.context.getLogger("test");

	private final AsyncDeliveryTests.TestAppender appender = new AsyncDeliveryTests.TestAppender();

	private final AsyncDelivery delivery = new AsyncDelivery(this.context, List.of(this.appender),
			new DeliverySettings(CAPACITY, Duration.ofMillis(5), Duration.ofSeconds(5), 0));

	private final Pressure pressure = new Pressure();

	@BeforeEach
	void deliver() {
		this.context.setMDCAdapter(new LogbackMDCAdapter());
		this.appender.setContext(this.context);
		this.appender.start();
		this.delivery.start();
		this.delivery.follow(this.pressure);
		this.logger.setLevel(Level.TRACE);
		this.logger.addAppender(this.delivery);
	}

	@AfterEach
	void accountIsBalanced() {
		this.appender.open();
		this.delivery.stop();
		assertThat(this.delivery.ledger().difference()).isZero();
	}

	@Test
	void leavesOutDetailAndTellsTheRest() {
		Shortages.of(this.pressure, Resource.CPU);
		for (Level level : List.of(Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR)) {
			this.logger.atLevel(org.slf4j.event.Level.valueOf(level.toString())).log("at {}", level);
		}
		await().until(() -> this.appender.count("at") == 3);
		assertThat(this.appender.count("at DEBUG") + this.appender.count("at TRACE")).isZero();
		assertThat(ledger().dropped(AsyncDelivery.PRESSURE)).isEqualTo(2);
		assertThat(this.pressure.shed(Detail.LOG_EVENTS)).isEqualTo(2);
	}

	@Test
	void tellsDetailWhileOnlyAnotherQueueIsFull() {
		Shortages.of(this.pressure, Resource.QUEUE);
		this.logger.debug("at {}", Level.DEBUG);
		await().until(() -> this.appender.count("at DEBUG") == 1);
	}

	@Test
	void tellsDetailAgainWhenItIsOver() {
		Shortages.of(this.pressure, Resource.CPU);
		Shortages.of(this.pressure);
		this.logger.debug("detail");
		await().until(() -> this.appender.count("detail") == 1);
	}

	@Test
	void doesNotCallItALoss() {
		Shortages.of(this.pressure, Resource.CPU);
		IntStream.range(0, 10).forEach((i) -> this.logger.debug("detail"));
		this.logger.info("all");
		await().until(() -> this.appender.count("all") == 1);
		assertThat(this.appender.count("Log lines")).isZero();
	}

	@Test
	void letsGoOfWhatWaitsButErrorsWhenHeapIsShort() {
		blockAppender();
		IntStream.range(0, 500).forEach((i) -> this.logger.info("line {}", i));
		IntStream.range(0, 20).forEach((i) -> this.logger.error("grave {}", i));
		this.logger.info(LogMarkers.AUDIT, "payment_created");
		Shortages.of(this.pressure, Resource.HEAP);
		assertThat(ledger().queued()).isLessThanOrEqualTo(CAPACITY / 8);
		this.appender.open();
		await().until(() -> this.appender.count("grave") == 20);
		await().until(() -> this.appender.count("payment_created") == 1);
		assertThat(ledger().dropped(AsyncDelivery.PRESSURE)).isGreaterThan(400);
	}

	@Test
	void hasLessRoomWhileHeapIsShort() {
		blockAppender();
		Shortages.of(this.pressure, Resource.HEAP);
		IntStream.range(0, CAPACITY).forEach((i) -> this.logger.info("line {}", i));
		assertThat(ledger().queued()).isEqualTo(CAPACITY / 8 - CAPACITY / 8 / 5);
		IntStream.range(0, 5).forEach((i) -> this.logger.error("grave {}", i));
		this.appender.open();
		await().until(() -> this.appender.count("grave") == 5);
	}

	private SignalLedger ledger() {
		return this.delivery.ledger();
	}

	private void blockAppender() {
		this.appender.block();
		this.logger.trace("blocks");
		await().until(this.appender::isBlocked);
	}

}
