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

package io.sightline.logging.async;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.sightline.logging.CapturedEvent;
import org.jspecify.annotations.Nullable;

/**
 * The events that wait for their appenders, bounded in number and in size. The last fifth
 * is a reserve for important events. Taken from by one thread, offered to by any, without
 * locks.
 */
final class LogQueue {

	/**
	 * What an event weighs beside its text.
	 */
	private static final int OVERHEAD = 256;

	private static final long MAX_WEIGHT = 16 * 1024 * 1024;

	private final ConcurrentLinkedQueue<CapturedEvent> events = new ConcurrentLinkedQueue<>();

	private final AtomicInteger size = new AtomicInteger();

	private final AtomicLong weight = new AtomicLong();

	private final int capacity;

	private final int ordinaryCapacity;

	LogQueue(int capacity) {
		this.capacity = capacity;
		this.ordinaryCapacity = capacity - capacity / 5;
	}

	boolean offer(CapturedEvent event, boolean important) {
		long added = weigh(event);
		if (!reserve((important) ? this.capacity : this.ordinaryCapacity)) {
			return false;
		}
		long total = this.weight.addAndGet(added);
		if (total > ((important) ? MAX_WEIGHT : MAX_WEIGHT - MAX_WEIGHT / 5) && total != added) {
			this.weight.addAndGet(-added);
			this.size.decrementAndGet();
			return false;
		}
		this.events.add(event);
		return true;
	}

	private boolean reserve(int limit) {
		while (true) {
			int current = this.size.get();
			if (current >= limit) {
				return false;
			}
			if (this.size.compareAndSet(current, current + 1)) {
				return true;
			}
		}
	}

	/**
	 * The next event. It counts as queued until it is {@link #release released}.
	 */
	@Nullable CapturedEvent poll() {
		return this.events.poll();
	}

	void release(CapturedEvent event) {
		this.weight.addAndGet(-weigh(event));
		this.size.decrementAndGet();
	}

	int size() {
		return this.size.get();
	}

	int capacity() {
		return this.capacity;
	}

	private static long weigh(CapturedEvent event) {
		String message = event.getFormattedMessage();
		return OVERHEAD + ((message != null) ? 2L * message.length() : 0);
	}

}
