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

import java.util.Comparator;
import java.util.List;

import io.sightline.console.api.Where;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds traces.
 */
@Component
public final class TraceRepository {

	static final int MAX_SPANS = 5000;

	/**
	 * Puts spans without a parent before all others, whatever their clocks say. The
	 * receiver takes no time after which this would overflow.
	 */
	private static final String RANK = "start_ns + (parent_id <> '')::BIGINT * 4000000000000000000";

	private static final String SUMMARY = """
			SELECT trace_id, arg_min(name, %1$s) AS name, arg_min(service, %1$s) AS service,
				list(DISTINCT service) AS services, count(*) AS spans, bool_or(failed) AS failed,
				min(start_ns) AS start_ns, max(start_ns + duration_ns) - min(start_ns) AS duration_ns
			FROM spans WHERE %2$s GROUP BY trace_id""";

	private final JdbcClient client;

	TraceRepository(JdbcClient client) {
		this.client = client;
	}

	/**
	 * Find traces.
	 * @param spans which spans to look at
	 * @param traces which of the traces to return
	 * @param order what to order them by
	 * @param limit how many
	 * @return the traces
	 */
	List<TraceSummary> find(Where spans, Where traces, Order order, long limit) {
		String summary = SUMMARY.formatted(RANK, spans.sql());
		return this.client
			.sql("SELECT * FROM (" + summary + ") WHERE " + traces.sql() + " ORDER BY " + order.column + " DESC LIMIT "
					+ limit)
			.params(spans.values())
			.params(traces.values())
			.query(TraceSummary::of)
			.list();
	}

	/**
	 * Find the newest traces with a service in them.
	 * @param service the service
	 * @param limit how many
	 * @return the traces, newest first
	 */
	public List<TraceSummary> newestOf(String service, int limit) {
		return find(new Where(), new Where().and("list_contains(services, ?)", service), Order.START, limit);
	}

	/**
	 * Find the spans of a trace.
	 * @param traceId the trace
	 * @return its spans, one more than are shown if there are more
	 */
	List<SpanEntry> spans(String traceId) {
		return this.client
			.sql("SELECT " + SpanEntry.COLUMNS + " FROM spans WHERE trace_id = ? ORDER BY start_ns, seq LIMIT "
					+ (MAX_SPANS + 1))
			.param(traceId)
			.query(SpanEntry::of)
			.list();
	}

	/**
	 * What traces are ordered by.
	 */
	enum Order {

		/** The newest first. */
		START("start_ns", Comparator.comparingLong(TraceSummary::startUs).reversed()),
		/** The slowest first. */
		DURATION("duration_ns", Comparator.comparingLong(TraceSummary::durationUs).reversed());

		private final String column;

		private final Comparator<TraceSummary> comparator;

		Order(String column, Comparator<TraceSummary> comparator) {
			this.column = column;
			this.comparator = comparator;
		}

		Comparator<TraceSummary> comparator() {
			return this.comparator;
		}

	}

}
