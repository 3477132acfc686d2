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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a database has of one signal from before, if it was kept in a file.
 *
 * @param reserve the part that holds what is important
 * @param parts the other parts, oldest first
 * @param nextPart the number of the next part
 * @param nextSeq the number of the next item
 */
record Stock(Part reserve, List<Part> parts, long nextPart, long nextSeq) {

	private static final String SHELVES = "CREATE TABLE IF NOT EXISTS shelves (name VARCHAR, layout VARCHAR, reserve BIGINT)";

	/**
	 * Look at what there is; make it ready where there is nothing.
	 * @param database the database
	 * @param layout how items lie in it
	 * @return what there is
	 * @throws SQLException if it cannot be read, or items lie in it in another way
	 */
	static Stock take(DuckDatabase database, Layout<?> layout) throws SQLException {
		Layout.Table main = layout.tables().get(0);
		database.execute(List.of(SHELVES));
		List<String> known = database.texts("SELECT layout FROM shelves WHERE name = '" + main.name() + "'");
		if (known.isEmpty()) {
			return create(database, layout);
		}
		if (!known.get(0).equals(layout.tables().toString())) {
			throw new SQLException("It was written by another version of the console");
		}
		return read(database, main);
	}

	private static Stock create(DuckDatabase database, Layout<?> layout) throws SQLException {
		List<String> statements = new ArrayList<>();
		layout.tables().forEach((table) -> statements.add(table.create(0)));
		statements
			.add("INSERT INTO shelves VALUES ('" + layout.tables().get(0).name() + "', '" + layout.tables() + "', 0)");
		database.transact(() -> {
			database.execute(statements);
			return true;
		});
		return new Stock(new Part(0), List.of(), 1, 1);
	}

	private static Stock read(DuckDatabase database, Layout.Table main) throws SQLException {
		long reserved = database.row("SELECT reserve FROM shelves WHERE name = '" + main.name() + "'")[0];
		Part reserve = part(database, main, reserved);
		List<Part> parts = new ArrayList<>();
		long nextSeq = 1 + newest(database, main, reserved);
		long nextPart = reserved + 1;
		for (long number : numbers(database, main)) {
			nextSeq = Math.max(nextSeq, 1 + newest(database, main, number));
			nextPart = Math.max(nextPart, number + 1);
			if (number != reserved) {
				parts.add(part(database, main, number));
			}
		}
		return new Stock(reserve, parts, nextPart, nextSeq);
	}

	private static List<Long> numbers(DuckDatabase database, Layout.Table main) throws SQLException {
		Pattern name = Pattern.compile(main.name() + "_(\\d+)");
		List<Long> numbers = new ArrayList<>();
		for (String table : database.texts("SELECT table_name FROM duckdb_tables()")) {
			Matcher matcher = name.matcher(table);
			if (matcher.matches()) {
				numbers.add(Long.valueOf(matcher.group(1)));
			}
		}
		return numbers.stream().sorted().toList();
	}

	private static Part part(DuckDatabase database, Layout.Table main, long number) throws SQLException {
		long[] row = database.row(measure(main.part(number)));
		Part part = new Part(number);
		part.add(row[0], row[1], row[2], row[3]);
		return part;
	}

	private static long newest(DuckDatabase database, Layout.Table main, long number) throws SQLException {
		return database.row("SELECT coalesce(max(seq), 0) FROM " + main.part(number))[0];
	}

	/**
	 * Return what measures a part.
	 * @param table its first table
	 * @return a query for its rows, its bytes, its oldest and its newest
	 */
	static String measure(String table) {
		return "SELECT count(*), coalesce(sum(bytes), 0)::BIGINT, coalesce(min(received), 0),"
				+ " coalesce(max(received), 0) FROM " + table;
	}

	/**
	 * Return what remembers which part is the reserve.
	 * @param main the first table
	 * @param number the number of the part
	 * @return a statement
	 */
	static String reserve(Layout.Table main, long number) {
		return "UPDATE shelves SET reserve = " + number + " WHERE name = '" + main.name() + "'";
	}

}
