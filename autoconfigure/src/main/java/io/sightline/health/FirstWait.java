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

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets one thread wait for first results, so that who asks right after the start is told
 * more than that checks are pending, and probes can still not use up the server's
 * threads.
 */
final class FirstWait {

	private final Semaphore turn = new Semaphore(1);

	private final Duration limit;

	FirstWait(Duration limit) {
		this.limit = limit;
	}

	void await(CountDownLatch first, long created) {
		long left = this.limit.toNanos() - (System.nanoTime() - created);
		if (left <= 0 || !this.turn.tryAcquire()) {
			return;
		}
		try {
			// Whether it came in time is seen from the answer.
			boolean ignored = first.await(left, TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.turn.release();
		}
	}

}
