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

import java.util.List;

import io.sightline.console.logs.LogEntry;
import io.sightline.console.traces.TraceSummary;
import org.jspecify.annotations.Nullable;

/**
 * A service by itself.
 *
 * @param service its name
 * @param sinceSeconds the period that routes and buckets are about
 * @param bucketSeconds how long a bucket is
 * @param health its health, if it is asked
 * @param source what the buckets are from: {@code meters}, which count every request, or
 * {@code spans}, which may be sampled; routes are from spans
 * @param buckets rate, errors and durations over time; buckets without requests are left
 * out
 * @param routes where it is asked, those first in which it spends the most time
 * @param recentTraces the newest traces it takes part in
 * @param recentErrors the newest errors it logged
 */
record ServiceDetail(String service, long sinceSeconds, long bucketSeconds, @Nullable String health, String source,
		List<Bucket> buckets, List<Route> routes, List<TraceSummary> recentTraces, List<LogEntry> recentErrors) {

	/**
	 * A while.
	 *
	 * @param startUs when it began, in microseconds since the epoch
	 * @param requests how many requests there were
	 * @param failed how many of them failed
	 * @param p95Ms the 95th percentile of their durations in milliseconds, if it is told
	 */
	record Bucket(long startUs, long requests, long failed, @Nullable Double p95Ms) {
	}

	/**
	 * Where a service is asked.
	 *
	 * @param route the route
	 * @param requests how many requests there were
	 * @param failed how many of them failed
	 * @param totalMs the sum of their durations in milliseconds
	 * @param p95Ms the 95th percentile of their durations in milliseconds
	 * @param slowest the slowest of their traces
	 */
	record Route(String route, long requests, long failed, double totalMs, double p95Ms, @Nullable String slowest) {
	}

}
