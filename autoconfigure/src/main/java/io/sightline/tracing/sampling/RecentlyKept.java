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
 * The traces that were kept although their sampled flag says no, so that late spans
 * follow. Forgets the oldest.
 */
final class RecentlyKept {

	private final int capacity;

	private final Set<String> traces = ConcurrentHashMap.newKeySet();

	private final Queue<String> order = new ConcurrentLinkedQueue<>();

	private final AtomicInteger size = new AtomicInteger();

	RecentlyKept(int capacity) {
		this.capacity = capacity;
	}

	void add(String traceId) {
		if (!this.traces.add(traceId)) {
			return;
		}
		this.order.add(traceId);
		if (this.size.incrementAndGet() > this.capacity) {
			forgetOldest();
		}
	}

	boolean contains(String traceId) {
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
