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

package io.sightline.console.health;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What a check found, and when that changed. Used by one thread at a time.
 */
final class History {

	private static final int MAX_CHANGES = 60;

	private final Deque<HealthView.Change> changes = new ArrayDeque<>();

	private CheckResult latest;

	private boolean whole = true;

	History(CheckResult first, Instant now) {
		this.latest = first;
		this.changes.add(change(first, now));
	}

	private static HealthView.Change change(CheckResult result, Instant now) {
		return new HealthView.Change(HealthView.micros(now), result.status());
	}

	void add(CheckResult result, Instant now) {
		boolean changed = !result.status().equals(this.latest.status());
		this.latest = result;
		if (changed) {
			this.changes.add(change(result, now));
			if (this.changes.size() > MAX_CHANGES) {
				this.changes.removeFirst();
				this.whole = false;
			}
		}
	}

	CheckResult latest() {
		return this.latest;
	}

	HealthView.Check view() {
		Instant told = this.latest.lastChange();
		boolean observed = told == null && (this.changes.size() > 1 || !this.whole);
		Long at = (told != null) ? (Long) HealthView.micros(told) : null;
		return new HealthView.Check(this.latest.check(), this.latest.status(), this.latest.reason(),
				this.latest.durationMs(), observed ? (Long) this.changes.getLast().atUs() : at, observed,
				List.copyOf(this.changes));
	}

}
