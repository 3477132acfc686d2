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

package io.sightline.tracing.sampling;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A change of sampling for a while.
 *
 * @param ratio the share of traces to keep, from 0 to 1
 * @param route the route or path it is about, with wild cards, or {@code null} for all
 * @param duration how long it holds
 */
public record SamplingChange(double ratio, @Nullable String route, Duration duration) {

	/**
	 * The longest a change may hold: it must not be forgotten.
	 */
	public static final Duration LONGEST = Duration.ofDays(1);

	public SamplingChange {
		if (!(ratio >= 0 && ratio <= 1)) {
			throw new IllegalArgumentException("'ratio' must be from 0 to 1, not " + ratio);
		}
		if (route != null && !route.startsWith("/")) {
			throw new IllegalArgumentException("'route' must start with '/', not '" + route + "'");
		}
		if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException("'duration' must be positive and at most a day, not " + duration);
		}
	}

}
