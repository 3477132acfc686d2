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
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import io.sightline.redaction.RedactionPolicy;
import io.sightline.redaction.RedactionRules;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Guarded checks with the same settings for all, and what their listeners are told.
 */
final class CheckFixture implements AutoCloseable {

	static final Duration SHORT = Duration.ofMillis(50);

	static final Duration LIMIT = Duration.ofSeconds(1);

	static final CheckSettings FAST = new CheckSettings(true, LIMIT, SHORT, null, 1, 1);

	private final List<HealthChange> changes = new CopyOnWriteArrayList<>();

	private final GuardedChecks checks;

	CheckFixture(CheckSettings settings) {
		this(settings, 4, new CheckListener() {
		});
	}

	CheckFixture(CheckSettings settings, int threads, CheckListener first) {
		this(settings, new CheckThreads(threads), first);
	}

	CheckFixture(CheckSettings settings, CheckThreads threads, CheckListener first) {
		CheckListener recorder = new CheckListener() {
			@Override
			public void changed(HealthChange change) {
				CheckFixture.this.changes.add(change);
			}
		};
		this.checks = new GuardedChecks((name) -> settings, threads, Duration.ofSeconds(2),
				RedactionPolicy.from(RedactionRules.defaults()), List.of(first, recorder));
	}

	GuardedChecks checks() {
		return this.checks;
	}

	List<HealthChange> changes() {
		return this.changes;
	}

	HealthIndicator guard(HealthIndicator indicator) {
		return (HealthIndicator) this.checks.guard("check", indicator);
	}

	Health ask(HealthIndicator indicator) {
		return Objects.requireNonNull(guard(indicator).health());
	}

	static Status status(HealthIndicator indicator) {
		return Objects.requireNonNull(indicator.health()).getStatus();
	}

	@SuppressWarnings("unchecked")
	static <T extends Throwable> Health sneaky(Throwable error) throws T {
		throw (T) error;
	}

	@Override
	public void close() {
		this.checks.close();
	}

}
