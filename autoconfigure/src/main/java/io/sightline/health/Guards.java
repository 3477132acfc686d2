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

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Puts guards around blocking contributors.
 */
final class Guards {

	private Guards() {
	}

	static HealthContributor guard(GuardedChecks checks, String name, HealthContributor contributor) {
		if (contributor instanceof CompositeHealthContributor composite) {
			return new GuardedComposite(checks, name, composite);
		}
		if (ProcessState.is(contributor)) {
			return contributor;
		}
		HealthIndicator indicator = (HealthIndicator) contributor;
		return new Blocking(checks.check(name, (timeout) -> indicator.health()), checks.firstWait());
	}

	static HealthIndicator failed(Throwable error) {
		Health down = Health.down().withDetail("error", error.getClass().getName()).build();
		return () -> down;
	}

	record Blocking(GuardedCheck check, FirstWait firstWait) implements HealthIndicator {

		@Override
		public Health health() {
			return this.check.answer(this.firstWait);
		}

	}

}
