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

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Lets so many pass a second, and as many at once. Keeps only the time at which all that
 * passed is paid for, so that it needs no lock and no refill.
 */
final class RateLimit {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private final long cost;

	private final long credit;

	private final LongSupplier clock;

	private final AtomicLong paidUntil;

	RateLimit(double perSecond, LongSupplier clock) {
		this.cost = Math.max(1, (long) (SECOND / perSecond));
		this.credit = Math.max(this.cost, SECOND);
		this.clock = clock;
		this.paidUntil = new AtomicLong(clock.getAsLong());
	}

	boolean admit() {
		while (true) {
			long now = this.clock.getAsLong();
			long paid = this.paidUntil.get();
			long start = (paid - now < 0) ? now : paid;
			if (start + this.cost - now > this.credit) {
				return false;
			}
			if (this.paidUntil.compareAndSet(paid, start + this.cost)) {
				return true;
			}
		}
	}

}
