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
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the buffer within its bounds, on a thread of its own: no request pays for it, and
 * no exporter that hangs delays it.
 */
final class TailKeeper implements Runnable {

	private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(250);

	private final TailBuffer buffer;

	private volatile boolean stopped;

	private @Nullable Thread thread;

	TailKeeper(TailBuffer buffer) {
		this.buffer = buffer;
	}

	void start() {
		Thread started = new Thread(this, "sightline-tail-sampling");
		started.setDaemon(true);
		this.thread = started;
		started.start();
	}

	void wake() {
		LockSupport.unpark(this.thread);
	}

	void stop() {
		this.stopped = true;
		wake();
	}

	@Override
	public void run() {
		while (!this.stopped) {
			LockSupport.parkNanos(this, INTERVAL);
			try {
				this.buffer.keepHouse();
			}
			catch (Throwable ex) {
				// Whatever it was, the next round has to take place.
				continue;
			}
		}
	}

}
