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

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A span of a trace.
 *
 * @param traceId the trace
 * @param spanId the span
 * @param parentId the span above, or empty
 * @param service who recorded it
 * @param version the version of who recorded it, or empty
 * @param instance the instance of who recorded it, or empty
 * @param name its name
 * @param kind its kind
 * @param startNs when it began
 * @param durationNs how long it took
 * @param failed whether it failed
 * @param statusMessage what it said about its end, or empty
 * @param attributes its attributes, as JSON
 * @param events what happened meanwhile, as JSON
 */
public record SpanEntry(String traceId, String spanId, String parentId, String service, String version, String instance,
		String name, String kind, long startNs, long durationNs, boolean failed, String statusMessage,
		String attributes, String events) {

	static final String COLUMNS = "trace_id, span_id, parent_id, service, version, instance, name, kind, start_ns, duration_ns,"
			+ " failed, status_message, attributes, events";

	static SpanEntry of(ResultSet row, int number) throws SQLException {
		return new SpanEntry(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
				row.getString(6), row.getString(7), row.getString(8), row.getLong(9), row.getLong(10),
				row.getBoolean(11), row.getString(12), row.getString(13), row.getString(14));
	}

	long endNs() {
		return this.startNs + this.durationNs;
	}

}
