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

package io.sightline.pressure;

import java.time.Duration;

/**
 * Whether one resource is short, by what its load was. For one thread.
 */
final class Hysteresis {

	private final Limit limit;

	private final long recoveryNanos;

	private boolean isShort;

	/**
	 * Whether the load is on the side of its limit on which the answer would change.
	 */
	private boolean turning;

	private long turningSince;

	Hysteresis(Limit limit, Duration recovery) {
		this.limit = limit;
		this.recoveryNanos = recovery.toNanos();
	}

	/**
	 * Takes note of a load.
	 * @param load the load; one that is not a number says nothing
	 * @param now the time of a monotonic clock
	 * @return whether the resource is short
	 */
	boolean isShort(double load, long now) {
		boolean turns = this.isShort ? load < this.limit.leave() : load > this.limit.enter();
		if (!turns) {
			this.turning = this.turning && Double.isNaN(load);
			return this.isShort;
		}
		if (!this.turning) {
			this.turning = true;
			this.turningSince = now;
		}
		long wait = this.isShort ? this.recoveryNanos : this.limit.after().toNanos();
		if (now - this.turningSince >= wait) {
			this.isShort = !this.isShort;
			this.turning = false;
		}
		return this.isShort;
	}

}
