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

import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.sightline.redaction.RedactionPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Makes of an outcome what the endpoint shows: without secrets, degraded instead of down
 * where the check is not critical, and with what an operator asks next.
 */
final class Answers {

	private static final int MAX_TEXT = 1000;

	private static final String PENDING = "pending";

	private final RedactionPolicy redaction;

	Answers(RedactionPolicy redaction) {
		this.redaction = redaction;
	}

	Answer pending(CheckSettings settings) {
		Status shown = shown(Status.DOWN, settings);
		Health.Builder health = Health.status(shown).withDetail("reason", PENDING);
		if (!Status.DOWN.equals(shown)) {
			health.withDetail("actual", Status.DOWN.getCode());
		}
		return new Answer(health.build(), PENDING, Instant.EPOCH);
	}

	Answer answer(Outcome outcome, Status believed, CheckSettings settings, @Nullable Answer before, Instant now) {
		Status shown = shown(believed, settings);
		boolean unchanged = before != null && shown.equals(before.status());
		Instant changed = (before != null && unchanged) ? before.changed() : now;
		Map<String, Object> details = new LinkedHashMap<>();
		outcome.details().forEach((key, value) -> put(details, key, value));
		if (outcome.reason() != null) {
			put(details, "reason", outcome.reason());
		}
		if (!shown.equals(outcome.status())) {
			details.put("actual", outcome.status().getCode());
		}
		details.put("durationMs", outcome.duration().toMillis());
		details.put("lastChange", changed.toString());
		return new Answer(Health.status(shown).withDetails(details).build(), redact(outcome.explanation()), changed);
	}

	private static Status shown(Status status, CheckSettings settings) {
		return (!settings.critical() && HealthStatus.isFailure(status)) ? HealthStatus.DEGRADED : status;
	}

	private void put(Map<String, Object> details, String key, Object value) {
		Object redacted = this.redaction.value(key, isText(value) ? redact(value.toString()) : value);
		if (redacted != null) {
			details.put(key, redacted);
		}
	}

	private static boolean isText(Object value) {
		return value instanceof CharSequence || value instanceof URI || value instanceof URL
				|| value instanceof Throwable;
	}

	private @Nullable String redact(@Nullable String text) {
		return (text != null) ? this.redaction.text(text, MAX_TEXT) : null;
	}

}
