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

	private final Stretch high;

	private final Stretch low;

	private final Stretch notHigh;

	private boolean isShort;

	Hysteresis(Limit limit, Recovery recovery) {
		this.limit = limit;
		this.high = new Stretch(limit.after());
		this.low = new Stretch(recovery.below());
		this.notHigh = new Stretch(recovery.between());
	}

	/**
	 * Takes note of a load.
	 * @param load the load; one that is not a number says nothing
	 * @param now the time of a monotonic clock
	 * @return whether the resource is short
	 */
	boolean isShort(double load, long now) {
		boolean known = !Double.isNaN(load);
		boolean changes = this.isShort ? isOver(load, known, now)
				: this.high.lasts(known ? load > this.limit.enter() : this.high.isOn(), known, now);
		if (changes) {
			this.isShort = !this.isShort;
			this.high.end();
			this.low.end();
			this.notHigh.end();
		}
		return this.isShort;
	}

	/**
	 * Whether a shortage is over. A load that nobody knows, or that does not move, must
	 * not keep it for ever.
	 */
	private boolean isOver(double load, boolean known, long now) {
		boolean lowForLong = this.low.lasts(known ? load < this.limit.leave() : this.low.isOn(), known, now);
		boolean notHighForLong = this.notHigh.lasts(!known || load <= this.limit.enter(), true, now);
		return lowForLong || notHighForLong;
	}

	/**
	 * How long something has been so.
	 */
	private static final class Stretch {

		private final long enoughNanos;

		private boolean on;

		private long since;

		Stretch(Duration enough) {
			this.enoughNanos = enough.toNanos();
		}

		boolean isOn() {
			return this.on;
		}

		/**
		 * Takes note of whether it is so.
		 * @return whether it has been for long enough, as far as is known now
		 */
		boolean lasts(boolean isSo, boolean known, long now) {
			if (isSo && !this.on) {
				this.since = now;
			}
			this.on = isSo;
			return isSo && known && now - this.since >= this.enoughNanos;
		}

		void end() {
			this.on = false;
		}

	}

}
