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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.sightline.console.api.Where;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks events by any of their fields.
 */
@Component
final class EventRepository {

	private static final int MAX_FIELDS = 200;

	private static final int SHOWN_FIELDS = 20;

	private static final int SHOWN_VALUES = 5;

	/** By the lower bound of the difference: what only few events say may be chance. */
	private static final String COMPARISON = """
			WITH chosen AS (SELECT seq, (%1$s) AS selected FROM spans WHERE unit AND %2$s),
			present AS (
				SELECT field, value, count(*) FILTER (selected) AS s, count(*) FILTER (NOT selected) AS b
				FROM facts JOIN chosen USING (seq) GROUP BY field, value),
			counts AS (
				SELECT * FROM present
				UNION ALL
				SELECT field, NULL, %3$s - sum(s), %4$s - sum(b) FROM present GROUP BY field),
			shares AS (
				SELECT *, abs(s / %3$s - b / %4$s) AS difference, (s + b) / (%3$s + %4$s) AS p FROM counts)
			SELECT field, value, s::BIGINT, b::BIGINT,
				difference - 1.96 * sqrt(greatest(p * (1 - p), 0) * (1 / %3$s + 1 / %4$s)) AS score
			FROM shares
			QUALIFY row_number() OVER (PARTITION BY field ORDER BY difference DESC, value) <= %5$s
			ORDER BY field, difference DESC""";

	private final JdbcClient client;

	EventRepository(JdbcClient client) {
		this.client = client;
	}

	List<EventField> fields() {
		return this.client.sql("""
				SELECT field, count(*) AS events, approx_count_distinct(value), NOT bool_or(isnan(number))
				FROM facts GROUP BY field ORDER BY events DESC, field LIMIT %s""".formatted(MAX_FIELDS))
			.query((row, number) -> new EventField(row.getString(1), row.getLong(2), row.getLong(3), row.getBoolean(4)))
			.list();
	}

	long count(Where where) {
		return this.client.sql("SELECT count(*) FROM spans WHERE unit AND " + where.sql())
			.params(where.values())
			.query(Long.class)
			.single();
	}

	List<Answer.Group> groups(Where where, String groupBy, String measure, long limit) {
		return this.client.sql("""
				WITH chosen AS (SELECT seq, failed FROM spans WHERE unit AND %s),
				groups AS (SELECT seq, value FROM facts WHERE field = ?),
				measures AS (SELECT seq, number FROM facts WHERE field = ? AND NOT isnan(number))
				SELECT value, count(*) AS events, count(*) FILTER (failed), quantile_cont(number, 0.5),
					quantile_cont(number, 0.95), quantile_cont(number, 0.99), max(number)
				FROM chosen LEFT JOIN groups USING (seq) LEFT JOIN measures USING (seq)
				GROUP BY value ORDER BY events DESC, value LIMIT %s""".formatted(where.sql(), limit))
			.params(where.values())
			.params(groupBy, measure)
			.query((row, number) -> new Answer.Group(row.getString(1), row.getLong(2), row.getLong(3),
					(Double) row.getObject(4), (Double) row.getObject(5), (Double) row.getObject(6),
					(Double) row.getObject(7)))
			.list();
	}

	/**
	 * Rank fields by how differently their values are spread.
	 * @param all which events to look at
	 * @param selected which of them to compare with the others
	 * @param sizes how many events are selected, and how many are not
	 * @return the fields, the most different first
	 */
	List<Comparison.Field> compare(Where all, Where selected, Sizes sizes) {
		Map<String, List<Comparison.Value>> fields = new LinkedHashMap<>();
		RowCallbackHandler collect = (row) -> fields.computeIfAbsent(row.getString(1), (field) -> new ArrayList<>())
			.add(new Comparison.Value(row.getString(2), row.getLong(3), row.getLong(4), row.getDouble(5)));
		this.client
			.sql(COMPARISON.formatted(selected.sql(), all.sql(), sizes.selected(), sizes.baseline(), SHOWN_VALUES))
			.params(selected.values())
			.params(all.values())
			.query(collect);
		return fields.entrySet()
			.stream()
			.map((entry) -> new Comparison.Field(entry.getKey(), score(entry.getValue()), entry.getValue()))
			.filter((field) -> field.score() > 0)
			.sorted(Comparator.comparingDouble(Comparison.Field::score).reversed())
			.limit(SHOWN_FIELDS)
			.toList();
	}

	private static double score(List<Comparison.Value> values) {
		return values.stream().mapToDouble(Comparison.Value::score).max().orElse(0);
	}

	/**
	 * How many events there are.
	 *
	 * @param selected of those that were selected
	 * @param baseline of the others
	 */
	record Sizes(long selected, long baseline) {
	}

}
