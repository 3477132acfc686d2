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

import java.sql.SQLException;
import java.util.List;

/**
 * Lines of logs. Errors are dropped last.
 */
final class LogLayout implements Layout<LogLine> {

	private static final int ROW = 64;

	private final Json json = new Json();

	@Override
	public List<Table> tables() {
		return List.of(new Table("logs",
				"""
						seq BIGINT, received BIGINT, bytes BIGINT, time_ns BIGINT, severity INTEGER, level VARCHAR,
						service VARCHAR, version VARCHAR, instance VARCHAR, environment VARCHAR, logger VARCHAR, trace_id VARCHAR, span_id VARCHAR, body VARCHAR,
						attributes VARCHAR"""));
	}

	@Override
	public String important() {
		return "severity >= 17";
	}

	@Override
	public long append(Rows rows, long seq, long received, LogLine line) throws SQLException {
		String attributes = this.json.write(line.attributes());
		Origin origin = line.origin();
		long bytes = ROW + line.traceId().length() + line.spanId().length() + origin.length() + line.logger().length()
				+ line.body().length() + attributes.length();
		rows.add(0, seq, received, bytes, line.timeNanos(), line.severity(), line.level(), origin.service(),
				origin.version(), origin.instance(), origin.environment(), line.logger(), line.traceId(), line.spanId(),
				line.body(), attributes);
		return bytes;
	}

}
