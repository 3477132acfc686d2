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

import org.springframework.boot.health.application.AvailabilityStateHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.PingHealthIndicator;

/**
 * Marks an indicator that only looks at the process itself, answers at once and never
 * fails: it needs no guard, and may be part of liveness.
 */
public interface ProcessState {

	/**
	 * Whether a contributor looks at nothing but the process.
	 * @param contributor a contributor as registered
	 * @return {@code true} if it is marked or one of Boot's that would be
	 */
	static boolean is(HealthContributor contributor) {
		return contributor instanceof AvailabilityStateHealthIndicator || contributor instanceof PingHealthIndicator
				|| contributor instanceof ProcessState;
	}

}
