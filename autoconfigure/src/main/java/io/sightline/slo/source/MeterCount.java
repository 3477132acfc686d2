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

package io.sightline.slo.source;

import io.sightline.slo.EventCount;

/**
 * What a meter has counted since it began.
 *
 * @param total all events
 * @param good the good ones
 * @param bad the bad ones
 */
record MeterCount(long total, long good, long bad) {

	static final MeterCount NONE = new MeterCount(0, 0, 0);

	/**
	 * The events of a timer. Its buckets are read after its count and may be ahead of it.
	 */
	static MeterCount ofLatency(long total, long fast) {
		return new MeterCount(total, fast, Math.max(0, total - fast));
	}

	/**
	 * What was counted since. A meter whose total is lower than before has begun again.
	 */
	EventCount since(MeterCount before) {
		if (this.total < before.total) {
			return new EventCount(this.good, this.bad);
		}
		return new EventCount(Math.max(0, this.good - before.good), Math.max(0, this.bad - before.bad));
	}

	/**
	 * What to compare the next count with: what was counted once is not counted again,
	 * though good and bad events of a timer do not grow in step.
	 */
	MeterCount after(MeterCount before) {
		return (this.total < before.total) ? this
				: new MeterCount(this.total, Math.max(this.good, before.good), Math.max(this.bad, before.bad));
	}

}
