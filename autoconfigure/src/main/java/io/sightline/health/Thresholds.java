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

import org.springframework.boot.health.contributor.Status;

/**
 * From how many percent on something is degraded, and from how many it is down.
 *
 * @param degradedAt percent from which on it is degraded
 * @param downAt percent from which on it is down
 */
public record Thresholds(double degradedAt, double downAt) {

	private static final double PERCENT = 100;

	/**
	 * The status for a share.
	 * @param share the share, from 0 to 1
	 * @return up, degraded or down
	 */
	public Status status(double share) {
		double percent = share * PERCENT;
		if (percent >= this.downAt) {
			return Status.DOWN;
		}
		return (percent >= this.degradedAt) ? HealthStatus.DEGRADED : Status.UP;
	}

}
