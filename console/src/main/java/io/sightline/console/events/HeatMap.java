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
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * When events took how long.
 *
 * @param events how many events there are
 * @param fromMs when the first column begins, in milliseconds since the epoch
 * @param stepMs how long a column is
 * @param columns how many columns there are
 * @param rows the durations, shortest first
 * @param cells how many events took how long and when; those without any are left out
 */
record HeatMap(long events, long fromMs, long stepMs, int columns, List<Row> rows, List<Cell> cells) {

	/** Where rows begin. */
	private static final List<Double> EDGES = List.of(0.0, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0,
			2000.0, 5000.0, 10_000.0, 30_000.0);

	static List<Row> durations() {
		return IntStream.range(0, EDGES.size())
			.mapToObj((i) -> new Row(EDGES.get(i), (i + 1 < EDGES.size()) ? EDGES.get(i + 1) : null))
			.toList();
	}

	/**
	 * Return how a database tells the row.
	 * @param nanos the duration in nanoseconds
	 * @return an expression
	 */
	static String row(String nanos) {
		StringBuilder cases = new StringBuilder("CASE");
		for (int i = 1; i < EDGES.size(); i++) {
			cases.append(" WHEN ").append(nanos).append(" < ").append(EDGES.get(i).longValue()).append("000000 THEN ");
			cases.append(i - 1);
		}
		return cases.append(" ELSE ").append(EDGES.size() - 1).append(" END").toString();
	}

	/**
	 * Durations.
	 *
	 * @param fromMs the shortest in milliseconds
	 * @param toMs what all are below, if anything
	 */
	record Row(double fromMs, @Nullable Double toMs) {
	}

	/**
	 * Events that took about as long at about the same time.
	 *
	 * @param column the number of the column, from 0
	 * @param row the number of the row, from 0
	 * @param events how many events
	 * @param failed how many of them failed
	 */
	record Cell(int column, int row, long events, long failed) {
	}

}
