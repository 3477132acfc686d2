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

package io.sightline.tracing.sampling;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Traces of which something has to be remembered for spans that are over later, such as
 * that they are kept although their sampled flag says no. Forgets the oldest. Takes no
 * lock.
 */
public final class RecentTraces {

	private final int capacity;

	private final Set<String> traces = ConcurrentHashMap.newKeySet();

	private final Queue<String> order = new ConcurrentLinkedQueue<>();

	private final AtomicInteger size = new AtomicInteger();

	/**
	 * Creates a memory.
	 * @param capacity how many are remembered
	 */
	public RecentTraces(int capacity) {
		this.capacity = capacity;
	}

	/**
	 * Remembers a trace.
	 * @param traceId the trace
	 */
	public void add(String traceId) {
		if (!this.traces.add(traceId)) {
			return;
		}
		this.order.add(traceId);
		if (this.size.incrementAndGet() > this.capacity) {
			forgetOldest();
		}
	}

	/**
	 * Whether a trace is remembered.
	 * @param traceId the trace
	 * @return {@code false} also if it is forgotten
	 */
	public boolean contains(String traceId) {
		return this.traces.contains(traceId);
	}

	private void forgetOldest() {
		@Nullable String oldest = this.order.poll();
		if (oldest != null) {
			this.traces.remove(oldest);
			this.size.decrementAndGet();
		}
	}

}
