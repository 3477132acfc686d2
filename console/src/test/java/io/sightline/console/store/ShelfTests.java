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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ShelfTests {

	private static final Origin ORIGIN = new Origin("shop", "1", "a", "test");

	private final DuckDatabase database;

	private final JdbcClient reader;

	ShelfTests() throws SQLException {
		this.database = DuckDatabase.open(null, DataSize.ofMegabytes(200));
		this.reader = JdbcClient.create(this.database.readers());
	}

	@AfterEach
	void close() throws SQLException {
		this.database.close();
	}

	@Test
	void keepsEverythingWithinItsBounds() throws SQLException {
		Shelf<Span> shelf = spans(new Bounds(100, 1_000_000, Duration.ofHours(1)));
		shelf.add(List.of(span(1, false), span(2, true)), 1000);
		shelf.trim(1000);
		assertThat(count("spans")).isEqualTo(2);
		assertThat(shelf.lastStatus().rows()).isEqualTo(2);
		assertThat(shelf.lastStatus().dropped()).isZero();
	}

	@Test
	void dropsTheOldestFirst() throws SQLException {
		Shelf<Span> shelf = spans(new Bounds(100, 1_000_000, Duration.ofHours(1)));
		add(shelf, 1, 150);
		assertThat(count("spans")).isBetween(90L, 100L).isEqualTo(shelf.lastStatus().rows());
		assertThat(shelf.lastStatus().dropped()).isEqualTo(150 - count("spans"));
		assertThat(max("spans")).isEqualTo(150);
		assertThat(this.reader.sql("SELECT min(seq) FROM spans").query(Long.class).single())
			.isEqualTo(150 - count("spans") + 1);
	}

	@Test
	void dropsFactsWithTheirSpans() throws SQLException {
		Shelf<Span> shelf = spans(new Bounds(100, 1_000_000, Duration.ofHours(1)));
		add(shelf, 1, 150);
		assertThat(this.reader.sql("SELECT count(DISTINCT seq) FROM facts").query(Long.class).single())
			.isEqualTo(count("spans"));
		assertThat(this.reader.sql("SELECT count(*) FROM facts WHERE seq NOT IN (SELECT seq FROM spans)")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void keepsTracesWithErrorsLonger() throws SQLException {
		Shelf<Span> shelf = spans(new Bounds(100, 1_000_000, Duration.ofHours(1)));
		shelf.add(List.of(span(7000, true), child(7000)), 1000);
		add(shelf, 1, 500);
		assertThat(this.reader.sql("SELECT span_id FROM spans WHERE trace_id = ?").param(id(7000)).query().listOfRows())
			.hasSize(2);
		assertThat(shelf.lastStatus().reserved()).isEqualTo(2);
		assertThat(this.reader.sql("SELECT count(*) FROM facts WHERE seq = 1").query(Long.class).single()).isPositive();
	}

	@Test
	void keepsAShareOfErrorsOnly() throws SQLException {
		Shelf<Span> shelf = spans(new Bounds(100, 1_000_000, Duration.ofHours(1)));
		for (long i = 1; i <= 500; i++) {
			shelf.add(List.of(span(i, true)), 1000);
			shelf.trim(1000);
		}
		assertThat(shelf.lastStatus().reserved()).isEqualTo(20);
		assertThat(count("spans")).isLessThanOrEqualTo(100).isEqualTo(shelf.lastStatus().rows());
		assertThat(shelf.lastStatus().dropped()).isEqualTo(500 - count("spans"));
	}

	@Test
	void dropsWhatTakesTooMuchRoom() throws SQLException {
		Shelf<Span> shelf = spans(new Bounds(1_000_000, 50_000, Duration.ofHours(1)));
		add(shelf, 1, 500);
		assertThat(shelf.lastStatus().bytes()).isLessThanOrEqualTo(50_000);
		assertThat(count("spans")).isBetween(50L, 300L);
	}

	@Test
	void dropsWhatIsTooOldErrorsToo() throws SQLException {
		Shelf<Span> shelf = spans(new Bounds(100, 1_000_000, Duration.ofSeconds(10)));
		shelf.add(List.of(span(1, true)), 0);
		shelf.trim(5_000);
		assertThat(count("spans")).isEqualTo(1);
		shelf.trim(12_000);
		assertThat(count("spans")).isZero();
		assertThat(shelf.lastStatus().dropped()).isEqualTo(1);
	}

	@Test
	void forgetsTheErrorsOfItsReserveInTheEnd() throws SQLException {
		Shelf<Span> shelf = spans(new Bounds(100, 1_000_000, Duration.ofSeconds(10)));
		shelf.add(List.of(span(7000, true)), 0);
		add(shelf, 1, 150);
		assertThat(shelf.lastStatus().reserved()).isEqualTo(1);
		shelf.trim(12_000);
		assertThat(count("spans")).isZero();
	}

	@Test
	void addsAllOrNothing() throws SQLException {
		Shelf<String> shelf = new Shelf<>(this.database, new Fragile(), new Bounds(100, 1000, Duration.ofHours(1)));
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> shelf.add(List.of("good", "bad", "good"), 1000));
		assertThat(count("fragile")).isZero();
		shelf.add(List.of("good"), 1000);
		assertThat(count("fragile")).isEqualTo(1);
		assertThat(shelf.lastStatus().rows()).isEqualTo(1);
	}

	@Test
	void givesRoomBack() throws SQLException {
		Shelf<Span> shelf = spans(new Bounds(20_000, 100_000_000, Duration.ofHours(1)));
		add(shelf, 1, 40_000);
		long once = memory();
		add(shelf, 40_001, 100_000);
		assertThat(memory()).isLessThan(once * 2);
	}

	private Shelf<Span> spans(Bounds bounds) throws SQLException {
		return new Shelf<>(this.database, new SpanLayout(), bounds);
	}

	private static void add(Shelf<Span> shelf, long from, long to) throws SQLException {
		long step = (to - from > 10_000) ? 500 : 1;
		for (long i = from; i <= to; i += step) {
			shelf.add(LongStream.range(i, i + step).mapToObj((number) -> span(number, false)).toList(), 1000);
			shelf.trim(1000);
		}
	}

	private static Span span(long number, boolean failed) {
		return new Span(id(number), "%016x".formatted(number), "", ORIGIN, "GET /things", Span.Kind.SERVER,
				1_000_000_000L * number, 5_000_000, failed, "", Map.of("http.route", "/things", "status", 200L),
				List.of());
	}

	private static Span child(long number) {
		return new Span(id(number), "%016x".formatted(number + 1), "%016x".formatted(number), ORIGIN, "SELECT things",
				Span.Kind.CLIENT, 1_000_000_000L * number, 1_000_000, false, "", Map.of(), List.of());
	}

	private static String id(long number) {
		return "%032x".formatted(number);
	}

	private long count(String view) {
		return this.reader.sql("SELECT count(*) FROM " + view).query(Long.class).single();
	}

	private long max(String view) {
		return this.reader.sql("SELECT max(seq) FROM " + view).query(Long.class).single();
	}

	private long memory() {
		return this.reader.sql("SELECT sum(memory_usage_bytes)::BIGINT FROM duckdb_memory()")
			.query(Long.class)
			.single();
	}

	/**
	 * A layout that does not take everything.
	 */
	private static final class Fragile implements Layout<String> {

		@Override
		public List<Table> tables() {
			return List.of(new Table("fragile", "seq BIGINT, received BIGINT, bytes BIGINT, text VARCHAR"));
		}

		@Override
		public String important() {
			return "false";
		}

		@Override
		public long append(Rows rows, long seq, long received, String item) throws SQLException {
			rows.add(0, seq, received, 10L, "good".equals(item) ? item : new Object());
			return 10;
		}

	}

}
