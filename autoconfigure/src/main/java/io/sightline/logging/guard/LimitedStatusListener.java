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

package io.sightline.logging.guard;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.core.recovery.ResilientOutputStreamBase;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import ch.qos.logback.core.status.StatusManager;

/**
 * Passes on what Logback says about itself, and of streams that cannot be written no more
 * than one status in ten seconds: on a full disk there is one for each line. Safe for use
 * by multiple threads.
 */
public final class LimitedStatusListener implements StatusListener {

	private static final long PERIOD = TimeUnit.SECONDS.toNanos(10);

	private final StatusListener listener;

	private final AtomicLong next = new AtomicLong(System.nanoTime());

	private LimitedStatusListener(StatusListener listener) {
		this.listener = listener;
	}

	/**
	 * Limits all listeners that are registered.
	 * @param statuses where they are registered
	 */
	public static void install(StatusManager statuses) {
		for (StatusListener listener : statuses.getCopyOfStatusListenerList()) {
			if (!(listener instanceof LimitedStatusListener)) {
				statuses.remove(listener);
				statuses.add(new LimitedStatusListener(listener));
			}
		}
	}

	@Override
	public boolean isResetResistant() {
		return this.listener.isResetResistant();
	}

	@Override
	public void addStatusEvent(Status status) {
		if (!(status.getOrigin() instanceof ResilientOutputStreamBase) || isDue()) {
			this.listener.addStatusEvent(status);
		}
	}

	private boolean isDue() {
		long now = System.nanoTime();
		long due = this.next.get();
		return now - due >= 0 && this.next.compareAndSet(due, now + PERIOD);
	}

}
