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

package io.sightline.tracing.export;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next attempt. Grows, with jitter so that the instances of a
 * service do not come back all at once; a receiver that asks for more gets it, up to a
 * minute.
 */
final class Backoff {

	static final int ATTEMPTS = 5;

	private static final Duration FIRST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofSeconds(5);

	private static final Duration LONGEST_ASKED = Duration.ofSeconds(60);

	private static final double GROWTH = 1.5;

	private static final double JITTER = 0.2;

	private Backoff() {
	}

	/**
	 * The time to wait.
	 * @param attempt the number of the attempt that failed, from 1
	 * @param asked what the receiver asks for
	 * @param outage whether nothing gets through for a while already
	 */
	static Duration after(int attempt, @Nullable Duration asked, boolean outage) {
		double grown = FIRST.toNanos() * Math.pow(GROWTH, attempt - 1.0);
		double base = outage ? LONGEST.toNanos() : Math.min(grown, LONGEST.toNanos());
		double jitter = ThreadLocalRandom.current().nextDouble(outage ? 0 : -JITTER, JITTER);
		Duration own = Duration.ofNanos((long) (base * (1 + jitter)));
		if (asked == null || asked.compareTo(own) < 0) {
			return own;
		}
		return (asked.compareTo(LONGEST_ASKED) > 0) ? LONGEST_ASKED : asked;
	}

}
