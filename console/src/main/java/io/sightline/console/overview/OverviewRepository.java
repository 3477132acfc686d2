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

package io.sightline.console.overview;

import java.time.Duration;
import java.util.List;

import io.sightline.console.api.Times;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what services do.
 */
@Component
final class OverviewRepository {

	private static final int MAX_SERVICES = 200;

	private static final int MAX_ROUTES = 50;

	private final JdbcClient client;

	OverviewRepository(JdbcClient client) {
		this.client = client;
	}

	List<ServiceSummary> services(Duration since) {
		long start = Times.nanosAgo(since);
		return this.client.sql("""
				WITH calls AS (
					SELECT service, count(*) FILTER (received_work) AS requests,
						count(*) FILTER (received_work AND failed) AS failed,
						quantile_cont(duration_ns, [0.5, 0.95, 0.99]) FILTER (received_work) AS quantiles,
						max(start_ns) AS last_seen
					FROM (SELECT *, kind IN ('SERVER', 'CONSUMER') AS received_work FROM spans WHERE start_ns >= ?)
					GROUP BY service),
				lines AS (
					SELECT service, count(*) FILTER (severity >= 17) AS errors, max(time_ns) AS last_seen
					FROM logs WHERE time_ns >= ? GROUP BY service)
				SELECT coalesce(calls.service, lines.service), coalesce(requests, 0), coalesce(failed, 0),
					quantiles[1] / 1e6, quantiles[2] / 1e6, quantiles[3] / 1e6, coalesce(errors, 0),
					greatest(coalesce(calls.last_seen, 0), coalesce(lines.last_seen, 0))
				FROM calls FULL JOIN lines ON calls.service = lines.service
				ORDER BY 1 LIMIT %s""".formatted(MAX_SERVICES))
			.params(start, start)
			.query((row, number) -> new ServiceSummary(row.getString(1), row.getLong(2), row.getLong(3),
					(Double) row.getObject(4), (Double) row.getObject(5), (Double) row.getObject(6), "spans", null,
					row.getLong(7), Times.micros(row.getLong(8))))
			.list();
	}

	boolean isKnown(String service) {
		return this.client.sql("""
				SELECT exists(SELECT 1 FROM spans WHERE service = ?) OR exists(SELECT 1 FROM logs WHERE service = ?)
					OR exists(SELECT 1 FROM series WHERE service = ?)""")
			.params(service, service, service)
			.query(Boolean.class)
			.single();
	}

	List<ServiceDetail.Bucket> buckets(String service, Duration since, Duration width) {
		return this.client
			.sql("""
					SELECT start_ns // ? AS bucket, count(*), count(*) FILTER (failed), quantile_cont(duration_ns, 0.95) / 1e6
					FROM spans WHERE service = ? AND kind IN ('SERVER', 'CONSUMER') AND start_ns >= ?
					GROUP BY bucket ORDER BY bucket""")
			.params(width.toNanos(), service, Times.nanosAgo(since))
			.query((row, number) -> new ServiceDetail.Bucket(row.getLong(1) * Times.micros(width.toNanos()),
					row.getLong(2), row.getLong(3), row.getDouble(4)))
			.list();
	}

	List<ServiceDetail.Route> routes(String service, Duration since) {
		return this.client.sql("""
				SELECT name, count(*), count(*) FILTER (failed), sum(duration_ns) / 1e6 AS total,
					quantile_cont(duration_ns, 0.95) / 1e6, arg_max(trace_id, duration_ns)
				FROM spans WHERE service = ? AND kind IN ('SERVER', 'CONSUMER') AND start_ns >= ?
				GROUP BY name ORDER BY total DESC LIMIT %s""".formatted(MAX_ROUTES))
			.params(service, Times.nanosAgo(since))
			.query((row, number) -> new ServiceDetail.Route(row.getString(1), row.getLong(2), row.getLong(3),
					row.getDouble(4), row.getDouble(5), row.getString(6)))
			.list();
	}

}
