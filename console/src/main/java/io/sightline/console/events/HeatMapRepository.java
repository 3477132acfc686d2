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

import io.sightline.console.api.Times;
import io.sightline.console.api.Where;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts events by time and duration.
 */
@Component
final class HeatMapRepository {

	private static final int MICROS_PER_MILLI = 1000;

	private final JdbcClient client;

	HeatMapRepository(JdbcClient client) {
		this.client = client;
	}

	/**
	 * Count events.
	 * @param where which of them
	 * @param columns how many columns to make at most
	 * @return the counts
	 */
	HeatMap of(Where where, int columns) {
		return this.client
			.sql("SELECT count(*), coalesce(min(start_ns), 0), coalesce(max(start_ns), 0) FROM spans WHERE unit AND "
					+ where.sql())
			.params(where.values())
			.query((row, number) -> of(where, columns, row.getLong(1),
					new Range(Times.micros(row.getLong(2)) / MICROS_PER_MILLI,
							Times.micros(row.getLong(3)) / MICROS_PER_MILLI)))
			.single();
	}

	private HeatMap of(Where where, int columns, long events, Range range) {
		long step = (range.to() - range.from()) / columns + 1;
		// Columns stay where they are when events come, until they get too many.
		long from = range.from() / step * step;
		int count = (int) ((range.to() - from) / step) + 1;
		return new HeatMap(events, from, step, count, HeatMap.durations(), cells(where, from, step, count));
	}

	private List<HeatMap.Cell> cells(Where where, long from, long step, int count) {
		return this.client.sql("SELECT (start_ns // 1000000 - ?) // ? AS place, " + HeatMap.row("duration_ns")
				+ " AS height, count(*), count(*) FILTER (failed) FROM spans WHERE unit AND start_ns >= ? AND start_ns < ? AND "
				+ where.sql() + " GROUP BY place, height ORDER BY place, height")
			.param(from)
			.param(step)
			.param(Times.nanos(from * MICROS_PER_MILLI))
			.param(Times.nanos((from + count * step) * MICROS_PER_MILLI))
			.params(where.values())
			.query((row, number) -> new HeatMap.Cell(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4)))
			.list();
	}

	/**
	 * From when to when.
	 *
	 * @param from the first, in milliseconds since the epoch
	 * @param to the last
	 */
	private record Range(long from, long to) {
	}

}
