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

package io.sightline.samples.common.chaos;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Picks a share of the requests without a die: of a hundred requests at a rate of 0.25,
 * every fourth fails, in every run.
 */
final class FailureShare {

	private final double rate;

	private final AtomicLong requests = new AtomicLong();

	FailureShare(double rate) {
		this.rate = rate;
	}

	boolean picksNext() {
		long number = this.requests.incrementAndGet();
		return Math.floor(number * this.rate) > Math.floor((number - 1) * this.rate);
	}

}
