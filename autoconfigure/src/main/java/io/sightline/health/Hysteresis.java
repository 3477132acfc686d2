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

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Status;

/**
 * Believes a change of status only after several results in a row that agree on its
 * direction; the first result counts at once. Of results in a row, the one nearest to the
 * present status is believed. Not safe for use by multiple threads.
 */
final class Hysteresis {

	private final int failures;

	private final int successes;

	private @Nullable Status believed;

	private @Nullable Status candidate;

	private int agreeing;

	Hysteresis(int failures, int successes) {
		this.failures = failures;
		this.successes = successes;
	}

	Status next(Status status) {
		Status current = this.believed;
		if (current == null || HealthStatus.rank(status) == HealthStatus.rank(current)) {
			return believe(status);
		}
		boolean worse = isWorse(status, current);
		Status before = this.candidate;
		if (before == null || isWorse(before, current) != worse) {
			this.candidate = status;
			this.agreeing = 1;
		}
		else {
			this.candidate = (isWorse(before, status) == worse) ? status : before;
			this.agreeing++;
		}
		return (this.agreeing >= (worse ? this.failures : this.successes)) ? believe(this.candidate) : current;
	}

	private Status believe(Status status) {
		this.believed = status;
		this.candidate = null;
		this.agreeing = 0;
		return status;
	}

	private static boolean isWorse(Status status, Status than) {
		return HealthStatus.rank(status) < HealthStatus.rank(than);
	}

}
