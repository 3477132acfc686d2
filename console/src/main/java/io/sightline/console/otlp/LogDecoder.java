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

package io.sightline.console.otlp;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.sightline.console.store.Batch;
import io.sightline.console.store.LogLine;
import io.sightline.console.store.Origin;

/**
 * Reads lines of logs.
 */
final class LogDecoder {

	private static final int MAX_LOGGER = 256;

	private LogDecoder() {
	}

	static Decoded decode(ExportLogsServiceRequest request) {
		List<LogLine> lines = new ArrayList<>();
		int rejected = 0;
		for (ResourceLogs resource : request.getResourceLogsList()) {
			Origin origin = Origins.of(resource.getResource());
			for (ScopeLogs scope : resource.getScopeLogsList()) {
				for (LogRecord sent : scope.getLogRecordsList()) {
					if (Times.isPlausible(time(sent))) {
						lines.add(line(origin, scope.getScope().getName(), sent));
					}
					else {
						rejected++;
					}
				}
			}
		}
		return new Decoded(new Batch(List.of(), lines, List.of()), rejected);
	}

	private static long time(LogRecord sent) {
		return (sent.getTimeUnixNano() != 0) ? sent.getTimeUnixNano() : sent.getObservedTimeUnixNano();
	}

	private static LogLine line(Origin origin, String logger, LogRecord sent) {
		int severity = Math.max(0, Math.min(24, sent.getSeverityNumberValue()));
		return new LogLine(time(sent), severity, origin, Attributes.text(logger, MAX_LOGGER),
				Ids.trace(sent.getTraceId()), Ids.span(sent.getSpanId()),
				Attributes.text(sent.getBody(), Attributes.MAX_LONG_TEXT), Attributes.of(sent.getAttributesList()));
	}

}
