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

import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import io.sightline.health.ProcessState;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether threads wait for each other for ever, which only a restart ends. That is so if
 * the same threads do at two looks, and none of them gives up by itself. Answers on the
 * caller's thread, so that checks that hang cannot make it fail, and looks no more often
 * than once in a while.
 */
public final class DeadlockHealthIndicator implements HealthIndicator, ProcessState {

	private final ThreadMXBean threads;

	private final long interval;

	private final AtomicLong looked;

	private Set<Long> suspects = Set.of();

	private volatile Health last = Health.up().build();

	/**
	 * Creates an indicator.
	 * @param threads the threads of the JVM
	 * @param interval how long a result is served
	 */
	public DeadlockHealthIndicator(ThreadMXBean threads, Duration interval) {
		this.threads = threads;
		this.interval = interval.toNanos();
		this.looked = new AtomicLong(System.nanoTime() - this.interval);
	}

	@Override
	public Health health() {
		long now = System.nanoTime();
		long before = this.looked.get();
		if (now - before >= this.interval && this.looked.compareAndSet(before, now)) {
			this.last = look();
		}
		return this.last;
	}

	private synchronized Health look() {
		Map<Long, ThreadInfo> waiting = new LinkedHashMap<>();
		long[] ids = this.threads.findDeadlockedThreads();
		Arrays.stream(this.threads.getThreadInfo((ids != null) ? ids : new long[0]))
			.filter(Objects::nonNull)
			.forEach((info) -> waiting.put(info.getThreadId(), info));
		Set<Long> before = this.suspects;
		Map<Long, ThreadInfo> all = Map.copyOf(waiting);
		waiting.keySet().removeIf((id) -> isBrokenUp(id, all));
		this.suspects = Set.copyOf(waiting.keySet());
		List<String> names = waiting.values()
			.stream()
			.filter((info) -> before.contains(info.getThreadId()))
			.map(ThreadInfo::getThreadName)
			.toList();
		return names.isEmpty() ? Health.up().build()
				: Health.down()
					.withDetail("reason", names.size() + " threads wait for each other for ever")
					.withDetail("threads", names)
					.build();
	}

	/**
	 * Whether somebody whom the thread waits for, directly or not, gives up after a
	 * while.
	 */
	private static boolean isBrokenUp(long id, Map<Long, ThreadInfo> waiting) {
		Set<Long> seen = new HashSet<>();
		ThreadInfo current = waiting.get(id);
		while (current != null && current.getThreadState() != Thread.State.TIMED_WAITING) {
			if (!seen.add(current.getThreadId())) {
				return false;
			}
			current = waiting.get(current.getLockOwnerId());
		}
		return true;
	}

}
