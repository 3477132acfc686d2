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

package io.sightline.console.events;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What events have in common.
 *
 * @param events how many events there are
 * @param groups the events by the value of a field, the most frequent values first
 */
record Answer(long events, List<Group> groups) {

	/**
	 * Events with the same value.
	 *
	 * @param value the value, nothing where the field is not there
	 * @param events how many events
	 * @param failed how many of them failed
	 * @param p50 the median of the measure, if any of them has it
	 * @param p95 the 95th percentile
	 * @param p99 the 99th percentile
	 * @param max the largest
	 */
	record Group(@Nullable String value, long events, long failed, @Nullable Double p50, @Nullable Double p95,
			@Nullable Double p99, @Nullable Double max) {
	}

}
