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

import java.util.List;

import io.sightline.console.api.SourceAnswer;
import io.sightline.console.logs.LogEntry;

/**
 * A trace.
 *
 * @param traceId the trace
 * @param startUs when it began, in microseconds since the epoch
 * @param durationUs from its first beginning to its last end, in microseconds
 * @param services the services in it
 * @param spans its spans from top to bottom
 * @param logs its log lines in the order of time
 * @param complete whether these are all spans that are kept
 * @param source where the spans are from
 * @param sources who else was asked than the store
 */
record TraceDetail(String traceId, long startUs, long durationUs, List<String> services, List<TraceRow> spans,
		List<LogEntry> logs, boolean complete, String source, List<SourceAnswer> sources) {
}
