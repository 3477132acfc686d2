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

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.sightline.pressure.Pressure;

/**
 * How much is held, and how much may be. Takes no lock.
 */
final class TailRoom {

	private final TailLimits limits;

	private final TailLimits scarce;

	private final Pressure pressure;

	private final AtomicLong spans = new AtomicLong();

	private final AtomicLong bytes = new AtomicLong();

	TailRoom(TailLimits limits, Pressure pressure) {
		this.limits = limits;
		this.scarce = limits.scarce();
		this.pressure = pressure;
	}

	int capacity() {
		return this.limits.spans();
	}

	Duration age() {
		return this.limits.age();
	}

	long spans() {
		return this.spans.get();
	}

	void take(long size) {
		this.spans.incrementAndGet();
		this.bytes.addAndGet(size);
	}

	void give(long count, long size) {
		this.spans.addAndGet(-count);
		this.bytes.addAndGet(-size);
	}

	/**
	 * Whether the oldest traces have to be decided early.
	 * @param traces how many are open
	 */
	boolean isCrowded(int traces) {
		return limits().isCrowded(Math.max(this.spans.get(), traces), this.bytes.get());
	}

	boolean isFull() {
		return limits().isFull(this.spans.get(), this.bytes.get());
	}

	private TailLimits limits() {
		return this.pressure.isHeapShort() ? this.scarce : this.limits;
	}

}
