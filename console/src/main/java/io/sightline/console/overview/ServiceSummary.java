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

package io.sightline.console.overview;

import org.jspecify.annotations.Nullable;

/**
 * A service at a glance.
 *
 * @param service its name
 * @param requests how many requests and messages it received
 * @param failed how many of them failed
 * @param p50Ms the median of their durations in milliseconds, if there were any
 * @param p95Ms the 95th percentile
 * @param p99Ms the 99th percentile
 * @param source {@code meters}, which count every request, or {@code spans}, which may be
 * sampled
 * @param health its health, if it is asked
 * @param errorLines how many errors it logged
 * @param lastSeenUs when it was last heard of, in microseconds since the epoch
 */
record ServiceSummary(String service, long requests, long failed, @Nullable Double p50Ms, @Nullable Double p95Ms,
		@Nullable Double p99Ms, String source, @Nullable String health, long errorLines, long lastSeenUs) {

	ServiceSummary withHealth(@Nullable String status) {
		return new ServiceSummary(this.service, this.requests, this.failed, this.p50Ms, this.p95Ms, this.p99Ms,
				this.source, status, this.errorLines, this.lastSeenUs);
	}

}
