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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * One check that cannot hang, stampede or throw. It runs again and again on a thread of
 * its own, never twice at a time; who asks gets the last result.
 */
final class GuardedCheck {

	private final String name;

	private final CheckSettings settings;

	private final CheckThreads threads;

	private final Answers answers;

	private final CheckListener listener;

	private final Hysteresis hysteresis;

	private final Clock clock = Clock.systemUTC();

	private final long created = System.nanoTime();

	private final CountDownLatch first = new CountDownLatch(1);

	private volatile Check check;

	private volatile @Nullable Answer answer;

	private volatile @Nullable CheckRun run;

	private @Nullable Future<?> timer;

	private boolean closed;

	GuardedCheck(String name, Check check, CheckSettings settings, CheckThreads threads, Answers answers,
			CheckListener listener) {
		this.name = name;
		this.check = check;
		this.settings = settings;
		this.threads = threads;
		this.answers = answers;
		this.listener = listener;
		this.hysteresis = new Hysteresis(settings.failureThreshold(), settings.successThreshold());
	}

	/**
	 * Uses an indicator from the next run on. A blocking one goes before a reactive one
	 * of the same name, as Boot has it.
	 */
	void retarget(Check next) {
		if (!next.isReactive() || this.check.isReactive()) {
			this.check = next;
		}
	}

	/**
	 * The last result. Before the first, it waits if it may.
	 */
	Health answer(FirstWait wait) {
		Answer current = this.answer;
		if (current == null) {
			wait.await(this.first, this.created);
			current = this.answer;
		}
		return (current != null) ? current.health() : this.answers.pending(this.settings).health();
	}

	boolean isAnswered() {
		return this.answer != null;
	}

	Status status() {
		Answer current = this.answer;
		return (current != null) ? current.status() : this.answers.pending(this.settings).status();
	}

	void begin() {
		CheckRun next = new CheckRun(this.check, this.settings.timeout(), this::complete);
		if (!isNext(next)) {
			record(expired(this.run));
			return;
		}
		Throwable refused = this.threads.execute(next);
		if (refused != null && next.cancel()) {
			record(Outcome.failed(refused, Duration.ZERO));
		}
	}

	private synchronized boolean isNext(CheckRun next) {
		CheckRun current = this.run;
		if (current != null && !current.hasEnded()) {
			return false;
		}
		this.run = next;
		this.timer = (this.closed) ? null : this.threads.schedule(() -> expire(next), this.settings.timeout());
		return true;
	}

	private void complete(Outcome outcome) {
		// The first run opens pools and loads classes: its duration says nothing.
		record(isAnswered() ? outcome.degradedIfSlow(this.settings.degradedAfter()) : outcome);
	}

	private void expire(CheckRun late) {
		if (late.expire()) {
			record(expired(late));
		}
	}

	private Outcome expired(@Nullable CheckRun late) {
		boolean starved = late != null && !late.hasBegun();
		String reason = starved ? "no thread was free, all " + this.threads.size() + " are held by other checks"
				: "no answer within " + this.settings.timeout().toMillis() + " ms";
		return Outcome.expired(reason, this.settings.timeout());
	}

	private void record(Outcome outcome) {
		Answer before = this.answer;
		Status believed;
		synchronized (this) {
			if (this.closed) {
				return;
			}
			cancelTimer();
			believed = this.hysteresis.next(outcome.status());
			this.timer = this.threads.schedule(this::begin, this.settings.cache());
		}
		Answer next = answerTo(outcome, believed, before);
		this.answer = next;
		this.first.countDown();
		this.listener.ran(this.name, outcome.duration());
		if (before == null || !before.status().equals(next.status())) {
			Status from = (before != null) ? before.status() : null;
			this.listener.changed(new HealthChange(this.name, from, next.status(), next.reason()));
		}
	}

	private Answer answerTo(Outcome outcome, Status believed, @Nullable Answer before) {
		Instant now = this.clock.instant();
		try {
			return this.answers.answer(outcome, believed, this.settings, before, now);
		}
		catch (Throwable ex) {
			return this.answers.answer(outcome.withoutDetails(ex), believed, this.settings, before, now);
		}
	}

	synchronized void close() {
		this.closed = true;
		cancelTimer();
		CheckRun current = this.run;
		if (current != null) {
			current.expire();
		}
	}

	private void cancelTimer() {
		Future<?> current = this.timer;
		if (current != null) {
			current.cancel(false);
		}
	}

}
