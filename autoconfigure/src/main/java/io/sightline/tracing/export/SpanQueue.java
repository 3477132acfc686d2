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

package io.sightline.tracing.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * Spans that wait. Bounded, without locks, and with a fifth of its room for those of
 * errors.
 */
final class SpanQueue {

	private static final double RESERVE = 0.2;

	private final Queue<SpanData> spans = new ConcurrentLinkedQueue<>();

	private final AtomicInteger size = new AtomicInteger();

	private final int capacity;

	private final int ordinary;

	SpanQueue(int capacity) {
		this.capacity = capacity;
		this.ordinary = Math.max(1, (int) (capacity * (1 - RESERVE)));
	}

	/**
	 * Adds a span.
	 * @return {@code false} if there is no room
	 */
	boolean offer(SpanData span) {
		boolean error = span.getStatus().getStatusCode() == StatusCode.ERROR;
		if (this.size.incrementAndGet() > (error ? this.capacity : this.ordinary)) {
			this.size.decrementAndGet();
			return false;
		}
		return this.spans.add(span);
	}

	/**
	 * Takes up to so many spans. They count until they are {@linkplain #release
	 * released}.
	 */
	List<SpanData> take(int count) {
		List<SpanData> taken = new ArrayList<>(Math.min(count, this.size.get()));
		while (taken.size() < count) {
			SpanData span = this.spans.poll();
			if (span == null) {
				return taken;
			}
			taken.add(span);
		}
		return taken;
	}

	void release(int count) {
		this.size.addAndGet(-count);
	}

	/**
	 * How many spans wait or are being sent.
	 */
	int size() {
		return this.size.get();
	}

	boolean isEmpty() {
		return this.spans.isEmpty();
	}

}
