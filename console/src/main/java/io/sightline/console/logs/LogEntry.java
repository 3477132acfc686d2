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

package io.sightline.console.logs;

import java.sql.ResultSet;
import java.sql.SQLException;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.sightline.console.api.Times;

/**
 * A line of a log.
 *
 * @param seq its number in the order of arrival, below 0 where it is not from the store
 * @param timeUs when it was logged, in microseconds since the epoch
 * @param level its level
 * @param service who logged it
 * @param logger the logger
 * @param traceId its trace, or empty
 * @param spanId its span, or empty
 * @param body what it says
 * @param attributes its fields, as JSON
 * @param source where it is from
 */
public record LogEntry(long seq, long timeUs, String level, String service, String logger, String traceId,
		String spanId, String body, @JsonRawValue String attributes, String source) {

	static final String COLUMNS = "seq, time_ns, level, service, logger, trace_id, span_id, body, attributes";

	static LogEntry of(ResultSet row, int number) throws SQLException {
		return new LogEntry(row.getLong(1), Times.micros(row.getLong(2)), row.getString(3), row.getString(4),
				row.getString(5), row.getString(6), row.getString(7), row.getString(8), row.getString(9), "store");
	}

}
