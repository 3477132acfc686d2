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

package io.sightline.health;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DrainDelay}.
 */
class DrainDelayTests {

	@Test
	void holdsTheStopBack() {
		DrainDelay delay = new DrainDelay(Duration.ofMillis(300));
		delay.start();
		AtomicLong stopped = new AtomicLong();
		long start = System.nanoTime();
		delay.stop(() -> stopped.set(System.nanoTime()));
		assertThat(delay.isRunning()).isFalse();
		Awaitility.await().until(() -> stopped.get() != 0);
		assertThat(Duration.ofNanos(stopped.get() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
	}

	@Test
	void stopsAtOnceWithoutDelay() {
		AtomicLong stopped = new AtomicLong();
		new DrainDelay(Duration.ZERO).stop(() -> stopped.set(1));
		assertThat(stopped).hasValue(1);
	}

	@Test
	void isNotPausedBetweenTests() {
		assertThat(new DrainDelay(Duration.ZERO).isPauseable()).isFalse();
	}

}
