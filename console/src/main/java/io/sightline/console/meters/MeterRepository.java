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

package io.sightline.console.meters;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.sightline.console.api.Where;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds meters and their values.
 */
@Component
final class MeterRepository {

	static final int MAX_SERIES = 4000;

	private final JdbcClient client;

	MeterRepository(JdbcClient client) {
		this.client = client;
	}

	/**
	 * Find meters.
	 * @param where which
	 * @param limit how many
	 * @return the meters by name
	 */
	List<Meter> meters(Where where, long limit) {
		return this.client.sql("""
				SELECT family, any_value(kind), any_value(unit), count(DISTINCT id), list(DISTINCT service)
				FROM series WHERE %s GROUP BY family ORDER BY family LIMIT %s""".formatted(where.sql(), limit))
			.params(where.values())
			.query((row, number) -> new Meter(row.getString(1), row.getString(2), row.getString(3), row.getLong(4),
					sorted((Object[]) row.getArray(5).getArray())))
			.list();
	}

	private static List<String> sorted(Object[] values) {
		return Arrays.stream(values).map(String::valueOf).sorted().toList();
	}

	/**
	 * Find the series of a meter.
	 * @param where which
	 * @return at most one more than are looked at
	 */
	List<KnownSeries> series(Where where) {
		return this.client
			.sql("SELECT DISTINCT " + KnownSeries.COLUMNS + " FROM series WHERE " + where.sql() + " ORDER BY id LIMIT "
					+ (MAX_SERIES + 1))
			.params(where.values())
			.query(KnownSeries::of)
			.list();
	}

	/**
	 * Find the values of series.
	 * @param series the series
	 * @param slots the period
	 * @return the values by series
	 */
	Map<Long, Levels> levels(Collection<KnownSeries> series, Slots slots) {
		Map<Long, Levels> levels = new HashMap<>();
		if (series.isEmpty()) {
			return levels;
		}
		series.forEach((one) -> levels.put(one.id(), new Levels(slots)));
		String ids = levels.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
		RowCallbackHandler add = (row) -> {
			Levels one = levels.get(row.getLong(1));
			if (one != null) {
				one.add(row.getInt(2), known(row.getObject(3)), known(row.getObject(4)), row.getBoolean(5));
			}
		};
		this.client
			.sql("""
					SELECT series, CASE WHEN time_ns < %1$s THEN -1 ELSE (time_ns - %1$s) // %2$s END AS slot,
						arg_min(value, time_ns) FILTER (NOT isnan(value)), arg_max(value, time_ns) FILTER (NOT isnan(value)),
						isnan(arg_max(value, time_ns))
					FROM points WHERE time_ns >= %3$s AND time_ns < %4$s AND series IN (%5$s)
					GROUP BY series, slot ORDER BY series, slot"""
				.formatted(slots.start(), slots.width(), slots.lookBack(), slots.end(slots.count() - 1), ids))
			.query(add);
		levels.values().forEach(Levels::done);
		return levels;
	}

	private static double known(@Nullable Object value) {
		return (value instanceof Number number) ? number.doubleValue() : Double.NaN;
	}

}
