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

import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.sightline.logging.CapturedEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogQueue}.
 */
class LogQueueTests {

	private final LoggerContext context = new LoggerContext();

	private final LogQueue queue = new LogQueue(80, () -> false);

	@Test
	void fillsFromAnEighthOfItsEventsOn() {
		IntStream.range(0, 8).forEach((i) -> this.queue.offer(event("line"), false));
		assertThat(this.queue.isFilling()).isFalse();
		CapturedEvent one = event("one more");
		this.queue.offer(one, false);
		assertThat(this.queue.isFilling()).isTrue();
		this.queue.release(one);
		assertThat(this.queue.isFilling()).isFalse();
	}

	@Test
	void fillsFromAnEighthOfItsWeightOn() {
		this.queue.offer(event("x".repeat(500_000)), false);
		assertThat(this.queue.isFilling()).isFalse();
		this.queue.offer(event("x".repeat(500_000)), false);
		assertThat(this.queue.isFilling()).isTrue();
	}

	@Test
	void fillsWithLessWhereMemoryIsScarce() {
		LogQueue small = new LogQueue(800, () -> true);
		IntStream.range(0, 10).forEach((i) -> small.offer(event("line"), false));
		assertThat(small.isFilling()).isFalse();
		small.offer(event("one more"), false);
		assertThat(small.isFilling()).isTrue();
	}

	private CapturedEvent event(String message) {
		LoggingEvent event = new LoggingEvent();
		event.setLoggerContext(this.context);
		event.setLevel(Level.INFO);
		event.setMessage(message);
		return CapturedEvent.of(event);
	}

}
