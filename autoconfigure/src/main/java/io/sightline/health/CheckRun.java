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
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;

/**
 * One run of a check. It is over when it has answered or when its time is up, whichever
 * is first, and it has ended when it no longer holds a thread.
 */
final class CheckRun implements Runnable {

	private final Check check;

	private final Duration timeout;

	private final Consumer<Outcome> receiver;

	private @Nullable Thread thread;

	private boolean begun;

	private boolean over;

	private boolean ended;

	CheckRun(Check check, Duration timeout, Consumer<Outcome> receiver) {
		this.check = check;
		this.timeout = timeout;
		this.receiver = receiver;
	}

	@Override
	public void run() {
		if (!begin()) {
			return;
		}
		long start = System.nanoTime();
		Outcome outcome;
		try {
			Health health = this.check.run(this.timeout);
			outcome = Outcome.of(health, Duration.ofNanos(System.nanoTime() - start));
		}
		catch (Throwable ex) {
			outcome = Outcome.failed(ex, Duration.ofNanos(System.nanoTime() - start));
		}
		if (end()) {
			this.receiver.accept(outcome);
		}
	}

	private synchronized boolean begin() {
		this.begun = true;
		this.ended = this.over;
		this.thread = Thread.currentThread();
		return !this.over;
	}

	private synchronized boolean end() {
		this.thread = null;
		this.ended = true;
		boolean inTime = !this.over;
		this.over = true;
		return inTime;
	}

	/**
	 * Says that the time is up.
	 * @return {@code false} if the run has answered before
	 */
	synchronized boolean expire() {
		if (this.over) {
			return false;
		}
		this.over = true;
		Thread runner = this.thread;
		if (runner != null) {
			runner.interrupt();
		}
		return true;
	}

	/**
	 * Says that the run never begins.
	 * @return {@code false} if its time is up already
	 */
	synchronized boolean cancel() {
		boolean inTime = !this.over;
		this.over = true;
		this.ended = true;
		return inTime;
	}

	synchronized boolean hasBegun() {
		return this.begun;
	}

	synchronized boolean hasEnded() {
		return this.ended;
	}

}
