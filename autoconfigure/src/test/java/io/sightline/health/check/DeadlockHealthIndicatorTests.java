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
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
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

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private final DeadlockHealthIndicator indicator = new DeadlockHealthIndicator(THREADS, Duration.ZERO);

	@Test
	void findsThreadsThatWaitForEachOther() throws Exception {
		try (Deadlock deadlock = new Deadlock(Lock::lockInterruptibly)) {
			assertThat(this.indicator.health().getStatus()).isEqualTo(Status.UP);
			assertThat(this.indicator.health().getStatus()).isEqualTo(Status.DOWN);
			assertThat(this.indicator.health().getDetails().get("threads")).asString().contains("first", "second");
		}
		assertThat(this.indicator.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void leavesThreadsAloneThatGiveUp() throws Exception {
		try (Deadlock deadlock = new Deadlock((lock) -> assertThat(lock.tryLock(1, TimeUnit.HOURS)).isTrue())) {
			assertThat(this.indicator.health()).isEqualTo(Health.up().build());
			assertThat(this.indicator.health()).isEqualTo(Health.up().build());
		}
	}

	@Test
	void suspectsOtherThreadsAnew() throws Exception {
		try (Deadlock deadlock = new Deadlock(Lock::lockInterruptibly)) {
			assertThat(this.indicator.health().getStatus()).isEqualTo(Status.UP);
		}
		try (Deadlock deadlock = new Deadlock(Lock::lockInterruptibly)) {
			assertThat(this.indicator.health().getStatus()).isEqualTo(Status.UP);
		}
	}

	@Test
	void looksOnceInAWhile() {
		ThreadMXBean threads = Mockito.mock(ThreadMXBean.class);
		Mockito.when(threads.getThreadInfo(new long[0])).thenReturn(new ThreadInfo[0]);
		DeadlockHealthIndicator indicator = new DeadlockHealthIndicator(threads, Duration.ofMinutes(1));
		for (int i = 0; i < 100; i++) {
			assertThat(indicator.health()).isEqualTo(Health.up().build());
		}
		Mockito.verify(threads, Mockito.times(1)).findDeadlockedThreads();
	}

	/**
	 * Two threads, each of which wants what the other has.
	 */
	private static final class Deadlock implements AutoCloseable {

		private final CountDownLatch both = new CountDownLatch(2);

		private final List<Thread> threads;

		Deadlock(Wish wish) {
			ReentrantLock one = new ReentrantLock();
			ReentrantLock other = new ReentrantLock();
			this.threads = List.of(thread("first", one, other, wish), thread("second", other, one, wish));
			Awaitility.await().until(() -> THREADS.findDeadlockedThreads() != null);
		}

		private Thread thread(String name, ReentrantLock held, ReentrantLock wanted, Wish wish) {
			Thread thread = new Thread(() -> {
				held.lock();
				try {
					this.both.countDown();
					this.both.await();
					wish.lock(wanted);
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

		@Override
		public void close() throws InterruptedException {
			this.threads.get(0).interrupt();
			for (Thread thread : this.threads) {
				thread.join();
			}
		}

	}

	/**
	 * How a thread asks for a lock.
	 */
	private interface Wish {

		void lock(Lock lock) throws InterruptedException;

	}

}
