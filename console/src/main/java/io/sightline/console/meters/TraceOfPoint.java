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

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.sightline.console.api.Times;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds a trace that shows what a point of a plot is about.
 */
@Component
final class TraceOfPoint {

	/** Meters are told a while after what they count. */
	private static final long DELAY = Duration.ofSeconds(10).toNanos();

	private static final int TRIED = 10;

	private final JdbcClient client;

	private final Exemplars exemplars;

	TraceOfPoint(JdbcClient client, Exemplars exemplars) {
		this.client = client;
		this.exemplars = exemplars;
	}

	/**
	 * Find a trace: the largest exemplar that is kept, or else the slowest request that
	 * is kept.
	 * @param service the service
	 * @param meter the meter
	 * @param from when the interval begins, in nanoseconds since the epoch
	 * @param to when it ends
	 * @return the trace, if there is any
	 */
	Optional<Found> find(String service, String meter, long from, long to) {
		List<Exemplars.Exemplar> told = this.exemplars.find(service, meter, from, to);
		for (Exemplars.Exemplar exemplar : told.subList(0, Math.min(told.size(), TRIED))) {
			if (isKept(exemplar.traceId())) {
				return Optional.of(new Found(exemplar.traceId(), "exemplar", exemplar.value() * 1000,
						Times.micros(exemplar.timeNanos())));
			}
		}
		return this.client.sql("""
				SELECT trace_id, duration_ns / 1e6, start_ns FROM spans
				WHERE service = ? AND kind IN ('SERVER', 'CONSUMER') AND start_ns + duration_ns >= ?
					AND start_ns + duration_ns <= ?
				ORDER BY duration_ns DESC LIMIT 1""")
			.params(service, from - DELAY, to)
			.query((row, number) -> new Found(row.getString(1), "slowest", row.getDouble(2),
					Times.micros(row.getLong(3))))
			.optional();
	}

	private boolean isKept(String traceId) {
		return this.client.sql("SELECT exists(SELECT 1 FROM spans WHERE trace_id = ?)")
			.param(traceId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * A trace.
	 *
	 * @param traceId the trace
	 * @param source whether it is an exemplar that the service told, or the slowest of
	 * those that are kept
	 * @param durationMs how long the request took, in milliseconds
	 * @param timeUs when that was, in microseconds since the epoch
	 */
	record Found(String traceId, String source, double durationMs, long timeUs) {
	}

}
