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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Items of one signal within bounds. They lie in parts, and the oldest part goes first;
 * what is important in it moves to a reserve that has room for a share of all. Used by
 * one thread, except for its status.
 *
 * @param <T> the type of the items
 */
final class Shelf<T> {

	private final DuckDatabase database;

	private final Layout<T> layout;

	private final Bounds bounds;

	private final Deque<Part> parts;

	private Part reserve;

	private long nextPart;

	private long nextSeq;

	private long dropped;

	private volatile SignalStatus status;

	Shelf(DuckDatabase database, Layout<T> layout, Bounds bounds) throws SQLException {
		this.database = database;
		this.layout = layout;
		this.bounds = bounds;
		Stock stock = Stock.take(database, layout);
		this.parts = new ArrayDeque<>(stock.parts());
		this.reserve = stock.reserve();
		this.nextPart = stock.nextPart();
		this.nextSeq = stock.nextSeq();
		this.status = status();
		if (this.parts.isEmpty()) {
			open();
		}
	}

	SignalStatus lastStatus() {
		return this.status;
	}

	/**
	 * Add items, all or none.
	 * @param items the items
	 * @param now the time in milliseconds since the epoch
	 * @throws SQLException if they could not be added
	 */
	void add(List<T> items, long now) throws SQLException {
		if (items.isEmpty()) {
			return;
		}
		if (this.parts.getLast().isFull(this.bounds, now)) {
			open();
		}
		Part part = this.parts.getLast();
		try {
			Part added = this.database.transact(() -> append(part, items, now));
			this.nextSeq += items.size();
			part.add(added.rows(), added.bytes(), now, now);
			this.status = status();
		}
		catch (SQLException | RuntimeException | OutOfMemoryError ex) {
			this.layout.startAnew();
			throw ex;
		}
	}

	private Part append(Part part, List<T> items, long now) throws SQLException {
		Part added = new Part(part.number());
		try (Rows rows = new Rows(this.database, this.layout.tables(), part.number())) {
			long seq = this.nextSeq;
			for (T item : items) {
				long bytes = this.layout.append(rows, seq++, now, item);
				added.add((bytes > 0) ? 1 : 0, bytes, now, now);
			}
			rows.flush();
		}
		return added;
	}

	private void open() throws SQLException {
		Part part = new Part(this.nextPart++);
		this.database.transact(() -> {
			List<String> statements = new ArrayList<>();
			this.layout.tables().forEach((table) -> statements.add(table.create(part.number())));
			List<Part> visible = Stream.concat(this.parts.stream(), Stream.of(part)).toList();
			statements.addAll(views(this.reserve, visible));
			this.database.execute(statements);
			return part;
		});
		this.parts.add(part);
		this.layout.startAnew();
	}

	private List<String> views(Part kept, List<Part> visible) {
		return this.layout.tables()
			.stream()
			.map((table) -> "CREATE OR REPLACE VIEW " + table.name() + " AS "
					+ Stream.concat(Stream.of(kept), visible.stream())
						.map((part) -> "SELECT * FROM " + table.part(part.number()))
						.collect(Collectors.joining(" UNION ALL ")))
			.toList();
	}

	/**
	 * Drop what is beyond the bounds.
	 * @param now the time in milliseconds since the epoch
	 * @throws SQLException if it could not be dropped
	 */
	void trim(long now) throws SQLException {
		long cutoff = now - this.bounds.age().toMillis();
		while (isBeyondBounds(cutoff)) {
			dropOldest(cutoff);
		}
		if (this.reserve.reachesBeyond(cutoff - this.bounds.partMillis())) {
			replaceReserve(List.of(), cutoff);
		}
	}

	private boolean isBeyondBounds(long cutoff) {
		return rows() > this.bounds.rows() || bytes() > this.bounds.bytes() || this.parts.getFirst().isOutdated(cutoff);
	}

	/**
	 * Make room.
	 * @param cutoff nothing older is kept
	 * @throws SQLException if nothing could be dropped
	 */
	void dropOldest(long cutoff) throws SQLException {
		if (this.parts.size() == 1) {
			open();
		}
		replaceReserve(List.of(this.parts.getFirst()), cutoff);
		this.parts.removeFirst();
		this.status = status();
	}

	private void replaceReserve(List<Part> leaving, long cutoff) throws SQLException {
		Part before = this.reserve;
		Part after = new Part(this.nextPart++);
		List<Part> visible = this.parts.stream().filter((part) -> !leaving.contains(part)).toList();
		List<String> statements = new ArrayList<>(copies(before, leaving, after, cutoff));
		statements.addAll(views(after, visible));
		statements.add(Stock.reserve(main(), after.number()));
		Stream.concat(Stream.of(before), leaving.stream())
			.forEach((part) -> this.layout.tables()
				.forEach((table) -> statements.add("DROP TABLE " + table.part(part.number()))));
		long[] kept = this.database.transact(() -> {
			this.database.execute(statements);
			return this.database.row(Stock.measure(main().part(after.number())));
		});
		after.add(kept[0], kept[1], kept[2], kept[3]);
		this.dropped += before.rows() + leaving.stream().mapToLong(Part::rows).sum() - after.rows();
		this.reserve = after;
		this.status = status();
	}

	private List<String> copies(Part before, List<Part> leaving, Part after, long cutoff) {
		List<String> statements = new ArrayList<>();
		for (Layout.Table table : this.layout.tables()) {
			String all = Stream.concat(Stream.of(before), leaving.stream())
				.map((part) -> "SELECT * FROM " + table.part(part.number()))
				.collect(Collectors.joining(" UNION ALL "));
			String selection = table.equals(main()) ? best(cutoff)
					: "WHERE seq IN (SELECT seq FROM " + main().part(after.number()) + ")";
			statements
				.add("CREATE TABLE " + table.part(after.number()) + " AS SELECT * FROM (" + all + ") " + selection);
		}
		return statements;
	}

	private String best(long cutoff) {
		return "WHERE received >= " + cutoff + " AND " + this.layout.important()
				+ " QUALIFY row_number() OVER (ORDER BY seq DESC) <= " + this.bounds.reserveRows()
				+ " AND sum(bytes) OVER (ORDER BY seq DESC) <= " + this.bounds.reserveBytes();
	}

	private Layout.Table main() {
		return this.layout.tables().get(0);
	}

	private long rows() {
		return this.reserve.rows() + this.parts.stream().mapToLong(Part::rows).sum();
	}

	private long bytes() {
		return this.reserve.bytes() + this.parts.stream().mapToLong(Part::bytes).sum();
	}

	private SignalStatus status() {
		return new SignalStatus(rows(), this.bounds.rows(), bytes(), this.bounds.bytes(), this.reserve.rows(),
				this.dropped);
	}

}
