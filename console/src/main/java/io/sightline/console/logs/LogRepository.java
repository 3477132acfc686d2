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

import java.util.List;

import io.sightline.console.api.Where;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds log lines.
 */
@Component
public final class LogRepository {

	static final int MAX_TRACE = 1000;

	private final JdbcClient client;

	LogRepository(JdbcClient client) {
		this.client = client;
	}

	List<LogEntry> newest(Where where, long limit) {
		return find(where, "time_ns DESC, seq DESC", limit);
	}

	List<LogEntry> next(Where where, long limit) {
		return find(where, "seq", limit);
	}

	/**
	 * Find the lines of a trace.
	 * @param traceId the trace
	 * @return its lines in the order of time
	 */
	public List<LogEntry> ofTrace(String traceId) {
		return find(new Where().and("trace_id = ?", traceId), "time_ns, seq", MAX_TRACE);
	}

	/**
	 * Find the newest errors of a service.
	 * @param service the service
	 * @param limit how many
	 * @return the errors, newest first
	 */
	public List<LogEntry> errorsOf(String service, int limit) {
		return newest(new Where().and("service = ? AND severity >= 17", service), limit);
	}

	private List<LogEntry> find(Where where, String order, long limit) {
		return this.client
			.sql("SELECT " + LogEntry.COLUMNS + " FROM logs WHERE " + where.sql() + " ORDER BY " + order + " LIMIT "
					+ limit)
			.params(where.values())
			.query(LogEntry::of)
			.list();
	}

	long lastSeq() {
		return this.client.sql("SELECT coalesce(max(seq), 0) FROM logs").query(Long.class).single();
	}

}
