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

package io.sightline.health;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * A check that hangs and ignores interrupts, until it is released.
 */
public final class HangingIndicator implements HealthIndicator, AutoCloseable {

	private final CountDownLatch released = new CountDownLatch(1);

	private final AtomicInteger runs = new AtomicInteger();

	@Override
	public Health health() {
		this.runs.incrementAndGet();
		while (this.released.getCount() > 0) {
			try {
				this.released.await();
			}
			catch (InterruptedException ex) {
				// Like a driver that does not know of interrupts.
			}
		}
		return Health.up().build();
	}

	public int runs() {
		return this.runs.get();
	}

	@Override
	public void close() {
		this.released.countDown();
	}

}
