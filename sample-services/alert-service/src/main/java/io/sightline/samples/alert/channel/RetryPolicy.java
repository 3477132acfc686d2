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

package io.sightline.samples.alert.channel;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How often and when a channel is tried again.
 *
 * @param attempts how often at most, in all
 * @param backOff how long to wait after the first failure; twice as long after each
 * further one
 * @param maxBackOff how long to wait at most
 */
record RetryPolicy(int attempts, Duration backOff, Duration maxBackOff) {

	RetryPolicy {
		Assert.isTrue(attempts >= 1, "There must be at least one attempt");
	}

	boolean isOver(int attempt, DeliveryException failure) {
		return attempt >= this.attempts || !failure.isWorthRetry();
	}

	Duration delay(int attempt, @Nullable Duration asked) {
		Duration wait = this.backOff.multipliedBy(1L << Math.min(attempt - 1, 20));
		Duration bounded = (wait.compareTo(this.maxBackOff) > 0) ? this.maxBackOff : wait;
		return (asked != null && asked.compareTo(bounded) > 0) ? asked : bounded;
	}

}
