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

import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks when the machine has no thread to give.
 */
@Timeout(60)
class CheckThreadsTests {

	private final AtomicInteger made = new AtomicInteger();

	private final CheckThreads threads = new CheckThreads(4, this::thread);

	@Test
	void runsAgainAfterNoThreadCouldBeStarted() {
		try (CheckFixture fixture = new CheckFixture(CheckFixture.FAST, this.threads, new CheckListener() {
		})) {
			HealthIndicator guarded = fixture.guard(() -> Health.up().build());
			Awaitility.await().until(() -> CheckFixture.status(guarded).equals(Status.UP));
			assertThat(fixture.changes()).extracting(HealthChange::to).containsExactly(Status.DOWN, Status.UP);
			assertThat(fixture.changes().get(0).reason()).contains("OutOfMemoryError");
		}
	}

	private Thread thread(Runnable task) {
		Thread thread = (this.made.incrementAndGet() == 1) ? new StillbornThread(task) : new Thread(task);
		thread.setDaemon(true);
		return thread;
	}

	/**
	 * Starts as threads do when the process may have no more.
	 */
	private static final class StillbornThread extends Thread {

		StillbornThread(Runnable task) {
			super(task);
		}

		@Override
		public synchronized void start() {
			throw new OutOfMemoryError("unable to create native thread");
		}

	}

}
