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

package io.sightline.console.traces;

import io.sightline.console.api.Times;

/**
 * A line of a waterfall.
 *
 * @param spanId the span
 * @param parentId the span above, or empty
 * @param service who recorded it
 * @param name its name
 * @param kind its kind
 * @param failed whether it failed
 * @param level how deep it lies, from 1
 * @param below how many spans lie directly below it
 * @param offsetUs when it began, after the trace did
 * @param durationUs how long it took
 * @param selfUs how long none of those below it ran
 * @param critical whether the whole waited for it
 * @param details the rest
 */
record TraceRow(String spanId, String parentId, String service, String name, String kind, boolean failed, int level,
		int below, long offsetUs, long durationUs, long selfUs, boolean critical, SpanDetails details) {

	static TraceRow of(SpanEntry span, int level, long start, long self, int below, boolean critical) {
		return new TraceRow(span.spanId(), span.parentId(), span.service(), span.name(), span.kind(), span.failed(),
				level, below, Times.micros(span.startNs() - start), Times.micros(span.durationNs()), Times.micros(self),
				critical, SpanDetails.of(span));
	}

}
