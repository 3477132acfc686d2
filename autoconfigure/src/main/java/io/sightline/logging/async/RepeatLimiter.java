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

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ObjIntConsumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Lets a number of equal events through a second and counts the rest. Events are equal
 * when they share logger, level and message template. The table has a fixed size: of two
 * templates that share a slot within a second, the second is not limited.
 */
final class RepeatLimiter {

	private static final int SLOTS = 1024;

	private final AtomicReferenceArray<@Nullable Slot> slots = new AtomicReferenceArray<>(SLOTS);

	private final int limit;

	RepeatLimiter(int limit) {
		this.limit = limit;
	}

	/**
	 * Whether an event may pass.
	 * @param event the event
	 * @param second the second it happened in, of any monotonic clock
	 */
	boolean admit(ILoggingEvent event, long second) {
		String template = event.getMessage();
		if (template == null) {
			return true;
		}
		int index = (template.hashCode() * 31 + event.getLoggerName().hashCode()) & 0x7fffffff;
		index = (index ^ (index >>> 10)) % SLOTS;
		Slot slot = this.slots.get(index);
		if (slot == null || slot.second != second) {
			// Of two threads that open the window one loses its first event: no harm.
			return open(index, slot, event, second);
		}
		return !slot.isFor(event) || slot.admit(this.limit);
	}

	private boolean open(int index, @Nullable Slot current, ILoggingEvent event, long second) {
		if (current != null && current.suppressed() > 0) {
			// Not yet told; the sweep makes room.
			return true;
		}
		Slot slot = new Slot(event.getLoggerName(), event.getLevel(), event.getMessage(), second, this.limit);
		this.slots.compareAndSet(index, current, slot);
		return true;
	}

	/**
	 * Tells what has been held back in seconds that are past.
	 * @param second the current second
	 * @param teller told each template and how often it was held back
	 */
	void sweep(long second, ObjIntConsumer<Slot> teller) {
		for (int i = 0; i < SLOTS; i++) {
			Slot slot = this.slots.get(i);
			if (slot != null && slot.second < second && slot.suppressed() > 0) {
				this.slots.compareAndSet(i, slot, null);
				teller.accept(slot, slot.suppressed());
			}
		}
	}

	/**
	 * One template in one second.
	 */
	static final class Slot {

		private final String logger;

		private final Level level;

		private final String template;

		private final long second;

		private final int limit;

		private final AtomicInteger count = new AtomicInteger(1);

		Slot(String logger, Level level, String template, long second, int limit) {
			this.logger = logger;
			this.level = level;
			this.template = template;
			this.second = second;
			this.limit = limit;
		}

		String logger() {
			return this.logger;
		}

		Level level() {
			return this.level;
		}

		String template() {
			return this.template;
		}

		private boolean isFor(ILoggingEvent event) {
			return this.level == event.getLevel() && this.template.equals(event.getMessage())
					&& this.logger.equals(event.getLoggerName());
		}

		private boolean admit(int limit) {
			return this.count.incrementAndGet() <= limit;
		}

		private int suppressed() {
			return Math.max(0, this.count.get() - this.limit);
		}

	}

}
