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

import org.jspecify.annotations.Nullable;

/**
 * How one check is guarded and what its failure means.
 *
 * @param critical whether its failure takes the application down, or only degrades it
 * @param timeout how long a run may take
 * @param cache how long a result is served until the check runs again
 * @param degradedAfter the duration from which on a successful run is degraded
 * @param failureThreshold how many worse results in a row change the status
 * @param successThreshold how many better results in a row change the status
 */
public record CheckSettings(boolean critical, Duration timeout, Duration cache, @Nullable Duration degradedAfter,
		int failureThreshold, int successThreshold) {

	/**
	 * What holds for a check of which nothing else is said.
	 */
	public static final CheckSettings DEFAULT = new CheckSettings(true, Duration.ofSeconds(5), Duration.ofSeconds(5),
			null, 3, 2);

}
