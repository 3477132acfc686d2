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

package io.sightline.console.store;

import java.util.Map;

/**
 * A line of a log.
 *
 * @param timeNanos when it was logged, since the epoch
 * @param severity OpenTelemetry's number for its severity, from 1 to 24, or 0
 * @param origin who logged it
 * @param logger the logger, or empty
 * @param traceId the trace it belongs to, or empty
 * @param spanId the span it belongs to, or empty
 * @param body what it says
 * @param attributes its fields: texts, longs, doubles and booleans
 */
public record LogLine(long timeNanos, int severity, Origin origin, String logger, String traceId, String spanId,
		String body, Map<String, Object> attributes) {

	public LogLine {
		attributes = Map.copyOf(attributes);
	}

	/**
	 * Return the severity as a level.
	 * @return one of TRACE, DEBUG, INFO, WARN, ERROR
	 */
	String level() {
		if (this.severity >= 17) {
			return "ERROR";
		}
		if (this.severity >= 13) {
			return "WARN";
		}
		if (this.severity >= 9 || this.severity <= 0) {
			return "INFO";
		}
		return (this.severity >= 5) ? "DEBUG" : "TRACE";
	}

}
