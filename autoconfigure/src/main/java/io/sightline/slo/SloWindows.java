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

package io.sightline.slo;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The windows over which an objective is looked at.
 */
public final class SloWindows {

	/**
	 * The window whose burn rate predicts exhaustion.
	 */
	public static final Duration REFERENCE = Duration.ofHours(1);

	private static final List<Duration> WINDOWS = List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), REFERENCE,
			Duration.ofHours(2), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(3));

	private SloWindows() {
	}

	/**
	 * The windows of an objective.
	 * @param objective the objective
	 * @return the windows, the shortest first, the last is the period
	 */
	public static List<Duration> of(Objective objective) {
		Duration period = objective.period();
		return Stream.concat(WINDOWS.stream().filter((window) -> window.compareTo(period) < 0), Stream.of(period))
			.toList();
	}

	/**
	 * A duration as Prometheus writes it.
	 * @param duration whole seconds
	 * @return the largest unit that divides it, {@code 30d}, {@code 6h} or {@code 90s}
	 */
	public static String label(Duration duration) {
		long seconds = duration.toSeconds();
		if (seconds % Duration.ofDays(1).toSeconds() == 0) {
			return duration.toDays() + "d";
		}
		if (seconds % Duration.ofHours(1).toSeconds() == 0) {
			return duration.toHours() + "h";
		}
		return (seconds % Duration.ofMinutes(1).toSeconds() == 0) ? duration.toMinutes() + "m" : seconds + "s";
	}

}
