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
import java.util.function.BooleanSupplier;

import io.sightline.logging.CapturedEvent;
import org.jspecify.annotations.Nullable;

/**
 * The events that wait for their appenders, bounded in number and in size. The last fifth
 * is a reserve for important events. Taken from by one thread, offered to by any, without
 * locks.
 */
public final class LogQueue {

	/**
	 * What an event weighs beside its text.
	 */
	private static final int OVERHEAD = 256;

	private static final long MAX_WEIGHT = 16 * 1024 * 1024;

	/**
	 * What is left of the bounds when memory is scarce.
	 */
	private static final int SCARCE = 8;

	/**
	 * The part of the bounds from which on the queue is looked after at once.
	 */
	private static final int FILLING = 8;

	private final ConcurrentLinkedQueue<CapturedEvent> events = new ConcurrentLinkedQueue<>();

	private final AtomicInteger size = new AtomicInteger();

	private final AtomicLong weight = new AtomicLong();

	private final int capacity;

	private final BooleanSupplier scarce;

	/**
	 * Creates a queue.
	 * @param capacity the number of events for which there is room
	 * @param scarce whether memory is scarce now
	 */
	public LogQueue(int capacity, BooleanSupplier scarce) {
		this.capacity = capacity;
		this.scarce = scarce;
	}

	/**
	 * Takes an event if there is room.
	 * @param event the event
	 * @param important whether the reserve is for it, too
	 * @return whether it was taken
	 */
	public boolean offer(CapturedEvent event, boolean important) {
		long added = weigh(event);
		if (!reserve((int) bound(this.capacity, important))) {
			return false;
		}
		long total = this.weight.addAndGet(added);
		if (total > bound(MAX_WEIGHT, important) && total != added) {
			this.weight.addAndGet(-added);
			this.size.decrementAndGet();
			return false;
		}
		this.events.add(event);
		return true;
	}

	/**
	 * What there is room for at most now.
	 */
	private long bound(long whole, boolean important) {
		long bound = this.scarce.getAsBoolean() ? Math.max(1, whole / SCARCE) : whole;
		return important ? bound : bound - bound / 5;
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
	 * @return the event, or {@code null} if none waits
	 */
	public @Nullable CapturedEvent poll() {
		return this.events.poll();
	}

	/**
	 * Gives back the room of an event.
	 * @param event an event that was taken out
	 */
	public void release(CapturedEvent event) {
		this.weight.addAndGet(-weigh(event));
		this.size.decrementAndGet();
	}

	/**
	 * Lets go of the oldest events that are not important while there are more than there
	 * is room for now.
	 * @return how many
	 */
	public int trim() {
		int trimmed = 0;
		for (CapturedEvent event : this.events) {
			if (this.size.get() <= bound(this.capacity, false) && this.weight.get() <= bound(MAX_WEIGHT, false)) {
				return trimmed;
			}
			// The worker may have taken it meanwhile.
			if (!event.isImportant() && this.events.remove(event)) {
				release(event);
				trimmed++;
			}
		}
		return trimmed;
	}

	/**
	 * Whether more waits than a worker that looks now and then should let wait.
	 * @return {@code true} from an eighth of the room on that there is for most events
	 * now
	 */
	public boolean isFilling() {
		return this.size.get() > bound(this.capacity, false) / FILLING
				|| this.weight.get() > bound(MAX_WEIGHT, false) / FILLING;
	}

	public int size() {
		return this.size.get();
	}

	public int capacity() {
		return this.capacity;
	}

	private static long weigh(CapturedEvent event) {
		String message = event.getFormattedMessage();
		return OVERHEAD + ((message != null) ? 2L * message.length() : 0);
	}

}
