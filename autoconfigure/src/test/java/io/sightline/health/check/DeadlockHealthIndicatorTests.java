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

package io.sightline.health.check;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DeadlockHealthIndicator}.
 */
class DeadlockHealthIndicatorTests {

	@Test
	void findsThreadsThatWaitForEachOther() throws Exception {
		ReentrantLock one = new ReentrantLock();
		ReentrantLock other = new ReentrantLock();
		CountDownLatch both = new CountDownLatch(2);
		Thread first = deadlocked("first", one, other, both);
		Thread second = deadlocked("second", other, one, both);
		DeadlockHealthIndicator indicator = new DeadlockHealthIndicator(ManagementFactory.getThreadMXBean(),
				Duration.ZERO);
		Awaitility.await().until(() -> Status.DOWN.equals(indicator.health().getStatus()));
		assertThat(indicator.health().getDetails().get("threads")).asString().contains("first", "second");
		first.interrupt();
		first.join();
		second.join();
		assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void looksOnceInAWhile() {
		ThreadMXBean threads = Mockito.mock(ThreadMXBean.class);
		DeadlockHealthIndicator indicator = new DeadlockHealthIndicator(threads, Duration.ofMinutes(1));
		for (int i = 0; i < 100; i++) {
			assertThat(indicator.health()).isEqualTo(Health.up().build());
		}
		Mockito.verify(threads, Mockito.times(1)).findDeadlockedThreads();
	}

	private static Thread deadlocked(String name, ReentrantLock held, ReentrantLock wanted, CountDownLatch both) {
		Thread thread = new Thread(() -> {
			held.lock();
			try {
				both.countDown();
				both.await();
				wanted.lockInterruptibly();
				wanted.unlock();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				held.unlock();
			}
		}, name);
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

}
