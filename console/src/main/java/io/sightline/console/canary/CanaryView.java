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

package io.sightline.console.canary;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The versions of a service beside each other.
 *
 * @param service the service
 * @param windowSeconds the period that is compared
 * @param versions the versions, the one started last first
 * @param version the version that is compared
 * @param baseline what it is compared with, empty for all others
 * @param errors the share of failed requests
 * @param slow the share of requests that take longer than 500 ms, if that is told
 * @param verdict what to do
 */
record CanaryView(String service, long windowSeconds, List<Version> versions, @Nullable String version, String baseline,
		@Nullable Proportions errors, @Nullable Proportions slow, Verdict verdict) {

	/**
	 * A version.
	 *
	 * @param version its name
	 * @param startedUs when its oldest instance was started, in microseconds since the
	 * epoch, if it says so
	 * @param seenSeconds for how long anything is known of it
	 * @param requests how many requests it answered
	 * @param perSecond how many a second
	 * @param failed how many of them failed
	 * @param slow how many took longer than 500 ms, if that is told
	 * @param p50Ms the median of their durations in milliseconds, if they are told
	 * @param p95Ms the 95th percentile
	 * @param p99Ms the 99th percentile
	 */
	record Version(String version, @Nullable Long startedUs, long seenSeconds, long requests, double perSecond,
			long failed, @Nullable Long slow, @Nullable Double p50Ms, @Nullable Double p95Ms, @Nullable Double p99Ms) {
	}

}
