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

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * The pauses of the thread that delivers, which end early when something is to do.
 */
final class Pauses {

	private volatile @Nullable Thread sleeper;

	/**
	 * Ends the pause, if there is one.
	 */
	void end() {
		Thread sleeping = this.sleeper;
		if (sleeping != null) {
			LockSupport.unpark(sleeping);
		}
	}

	/**
	 * Whether there is a pause to be ended.
	 */
	boolean isOn() {
		return this.sleeper != null;
	}

	/**
	 * Pauses.
	 * @param duration for how long at most
	 * @param over whether there is something to do
	 */
	void pause(Duration duration, BooleanSupplier over) {
		long deadline = System.nanoTime() + duration.toNanos();
		this.sleeper = Thread.currentThread();
		try {
			long left = duration.toNanos();
			while (left > 0 && !over.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
				LockSupport.parkNanos(this, left);
				left = deadline - System.nanoTime();
			}
		}
		finally {
			this.sleeper = null;
		}
	}

}
