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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * Spans that wait. Bounded, without locks, and with a fifth of its room for those of
 * errors.
 */
final class SpanQueue {

	private static final double RESERVE = 0.2;

	/**
	 * What is left of the bound when memory is scarce.
	 */
	private static final int SCARCE = 8;

	private final Queue<SpanData> spans = new ConcurrentLinkedQueue<>();

	private final AtomicInteger size = new AtomicInteger();

	private final int capacity;

	private final BooleanSupplier scarce;

	/**
	 * Creates a queue.
	 * @param capacity the number of spans for which there is room
	 * @param scarce whether memory is scarce now
	 */
	SpanQueue(int capacity, BooleanSupplier scarce) {
		this.capacity = capacity;
		this.scarce = scarce;
	}

	int capacity() {
		return this.capacity;
	}

	/**
	 * How many spans there is room for now.
	 */
	private int bound(boolean error) {
		int whole = this.scarce.getAsBoolean() ? this.capacity / SCARCE : this.capacity;
		return Math.max(1, error ? whole : (int) (whole * (1 - RESERVE)));
	}

	/**
	 * Adds a span.
	 * @return {@code false} if there is no room
	 */
	boolean offer(SpanData span) {
		if (this.size.incrementAndGet() > bound(isError(span))) {
			this.size.decrementAndGet();
			return false;
		}
		return this.spans.add(span);
	}

	private static boolean isError(SpanData span) {
		return span.getStatus().getStatusCode() == StatusCode.ERROR;
	}

	/**
	 * Lets go of the oldest spans that did not fail while there are more than there is
	 * room for now.
	 * @param lost told of each of them
	 */
	void trim(Consumer<SpanData> lost) {
		for (SpanData span : this.spans) {
			if (this.size.get() <= bound(false)) {
				return;
			}
			// It may be on its way meanwhile.
			if (!isError(span) && this.spans.remove(span)) {
				release(1);
				lost.accept(span);
			}
		}
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
