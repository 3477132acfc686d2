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
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * What one run of a check brought.
 *
 * @param status the status it found
 * @param details what it has to tell
 * @param reason why the status is not up, if the check does not say it itself
 * @param duration how long it took
 */
record Outcome(Status status, Map<String, Object> details, @Nullable String reason, Duration duration) {

	static Outcome of(@Nullable Health health, Duration duration) {
		return (health != null) ? new Outcome(health.getStatus(), health.getDetails(), null, duration)
				: new Outcome(Status.UNKNOWN, Map.of(), "the check had no answer", duration);
	}

	static Outcome failed(Throwable error, Duration duration) {
		return new Outcome(Status.DOWN, Map.of("error", describe(error)), null, duration);
	}

	static Outcome expired(String reason, Duration duration) {
		return new Outcome(Status.DOWN, Map.of(), reason, duration);
	}

	Outcome degradedIfSlow(@Nullable Duration limit) {
		if (limit == null || !Status.UP.equals(this.status) || this.duration.compareTo(limit) <= 0) {
			return this;
		}
		String slow = "took " + this.duration.toMillis() + " ms, more than " + limit.toMillis() + " ms";
		return new Outcome(HealthStatus.DEGRADED, this.details, slow, this.duration);
	}

	Outcome withoutDetails(Throwable error) {
		String why = "details cannot be shown: " + error.getClass().getName();
		return new Outcome(this.status, Map.of(), why, this.duration);
	}

	/**
	 * Why the status is what it is, in the words of the check if it has any.
	 */
	@Nullable String explanation() {
		if (this.reason != null) {
			return this.reason;
		}
		Object told = this.details.getOrDefault("reason", this.details.get("error"));
		return (told != null) ? told.toString() : null;
	}

	private static String describe(Throwable error) {
		String type = error.getClass().getName();
		try {
			String message = error.getMessage();
			return (message != null) ? type + ": " + message : type;
		}
		catch (Throwable ex) {
			return type;
		}
	}

}
