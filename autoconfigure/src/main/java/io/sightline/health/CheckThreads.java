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
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * The threads of the checks: a bounded pool that runs them and one thread that watches
 * the time. Threads that are idle for a while end.
 */
public final class CheckThreads implements AutoCloseable {

	private static final Duration IDLE = Duration.ofSeconds(30);

	private final ThreadPoolExecutor pool;

	private final ScheduledThreadPoolExecutor clock;

	/**
	 * Creates the pools; a thread starts when it is needed.
	 * @param size how many checks can run at a time
	 */
	public CheckThreads(int size) {
		this(size, new CheckThreadFactory());
	}

	CheckThreads(int size, ThreadFactory factory) {
		this.pool = new ThreadPoolExecutor(size, size, IDLE.toMillis(), TimeUnit.MILLISECONDS,
				new LinkedBlockingQueue<>(), factory);
		this.pool.allowCoreThreadTimeOut(true);
		this.clock = new ScheduledThreadPoolExecutor(1, (task) -> daemon(new Thread(task, "sightline-health-clock")));
		this.clock.setRemoveOnCancelPolicy(true);
	}

	/**
	 * Whether the current thread runs a check.
	 * @return {@code true} on a thread of any application's checks
	 */
	public static boolean isCurrent() {
		return Thread.currentThread() instanceof CheckThread;
	}

	int size() {
		return this.pool.getMaximumPoolSize();
	}

	/**
	 * Runs a task as soon as a thread is free.
	 * @return why it never runs although somebody waits for it, such as that no thread
	 * could be started
	 */
	@Nullable Throwable execute(Runnable task) {
		try {
			this.pool.execute(task);
			return null;
		}
		catch (RejectedExecutionException ex) {
			// Closed: nobody waits for the result.
			return null;
		}
		catch (Throwable ex) {
			return ex;
		}
	}

	@Nullable Future<?> schedule(Runnable task, Duration delay) {
		try {
			return this.clock.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException ex) {
			return null;
		}
		catch (OutOfMemoryError ex) {
			// No thread could be started. The task waits for the one that the next task
			// starts.
			return null;
		}
	}

	@Override
	public void close() {
		this.clock.shutdownNow();
		this.pool.shutdownNow();
	}

	private static Thread daemon(Thread thread) {
		thread.setDaemon(true);
		return thread;
	}

	private static final class CheckThreadFactory implements ThreadFactory {

		private final AtomicInteger count = new AtomicInteger();

		@Override
		public Thread newThread(Runnable task) {
			return new CheckThread(task, this.count.incrementAndGet());
		}

	}

	private static final class CheckThread extends Thread {

		CheckThread(Runnable task, int number) {
			super(task, "sightline-health-" + number);
			setDaemon(true);
		}

	}

}
