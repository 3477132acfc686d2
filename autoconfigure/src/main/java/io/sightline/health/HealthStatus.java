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
 * The status that Boot lacks, and how statuses compare.
 */
public final class HealthStatus {

	/**
	 * Works, but not as it should: between {@link Status#UP} and {@link Status#DOWN}.
	 */
	public static final Status DEGRADED = new Status("DEGRADED");

	private static final int FAILED = 0;

	private static final int IMPAIRED = 1;

	private static final int FINE = 2;

	private HealthStatus() {
	}

	/**
	 * Whether a status says that something does not work.
	 * @param status the status
	 * @return {@code true} for {@link Status#DOWN} and {@link Status#OUT_OF_SERVICE}
	 */
	public static boolean isFailure(Status status) {
		return rank(status) == FAILED;
	}

	/**
	 * A status as a number that can be drawn.
	 * @param status the status
	 * @return 1 for up, 0.5 for degraded, 0 for down, and not a number for what is
	 * neither
	 */
	public static double toNumber(Status status) {
		if (Status.UNKNOWN.equals(status)) {
			return Double.NaN;
		}
		return rank(status) / (double) FINE;
	}

	static int rank(Status status) {
		if (Status.DOWN.equals(status) || Status.OUT_OF_SERVICE.equals(status)) {
			return FAILED;
		}
		return DEGRADED.equals(status) ? IMPAIRED : FINE;
	}

}
