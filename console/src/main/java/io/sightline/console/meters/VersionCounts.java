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

package io.sightline.console.meters;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a version of a service did.
 *
 * @param version the version
 * @param startedSeconds when its oldest instance was started, in seconds since the epoch,
 * if it says so
 * @param seenSeconds for how long anything is known of it
 * @param ends its sums over the window that ends now, then over those that ended before
 */
public record VersionCounts(String version, @Nullable Double startedSeconds, long seenSeconds, List<Sums> ends) {

	/**
	 * Sums over a window.
	 *
	 * @param requests how many requests were answered
	 * @param failed how many of them failed
	 * @param slow how many took longer than 500 ms, if that is told
	 * @param p50Ms the median of their durations in milliseconds, if they are told
	 * @param p95Ms the 95th percentile
	 * @param p99Ms the 99th percentile
	 */
	public record Sums(double requests, double failed, @Nullable Double slow, @Nullable Double p50Ms,
			@Nullable Double p95Ms, @Nullable Double p99Ms) {

		/**
		 * Add what others did. Percentiles cannot be added. A version without requests,
		 * such as one that is gone, adds nothing: that it tells of no slow ones says
		 * nothing.
		 * @param others the others
		 * @return the sums of both
		 */
		public Sums plus(Sums others) {
			if (others.requests <= 0) {
				return new Sums(this.requests, this.failed, this.slow, null, null, null);
			}
			Double more = others.slow;
			return new Sums(this.requests + others.requests, this.failed + others.failed,
					(this.slow != null && more != null) ? (Double) (this.slow + more) : null, null, null, null);
		}

	}

}
