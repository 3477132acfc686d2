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

import org.duckdb.DuckDBAppender;

/**
 * Appends to the tables of one layout.
 */
final class Rows implements AutoCloseable {

	private final List<DuckDBAppender> appenders = new ArrayList<>();

	Rows(DuckDatabase database, List<Layout.Table> tables, long part) throws SQLException {
		for (Layout.Table table : tables) {
			this.appenders.add(database.appender(table.part(part)));
		}
	}

	/**
	 * Append a row.
	 * @param table the table, by its place in the layout
	 * @param values texts, integers, longs, doubles, booleans
	 * @throws SQLException if they do not fit
	 */
	void add(int table, Object... values) throws SQLException {
		DuckDBAppender appender = this.appenders.get(table);
		appender.beginRow();
		for (Object value : values) {
			append(appender, value);
		}
		appender.endRow();
	}

	private static void append(DuckDBAppender appender, Object value) throws SQLException {
		if (value instanceof String text) {
			appender.append(text);
		}
		else if (value instanceof Long number) {
			appender.append(number.longValue());
		}
		else if (value instanceof Integer number) {
			appender.append(number.intValue());
		}
		else if (value instanceof Double number) {
			appender.append(number.doubleValue());
		}
		else if (value instanceof Boolean flag) {
			appender.append(flag.booleanValue());
		}
		else {
			throw new IllegalArgumentException("No column takes a " + value.getClass());
		}
	}

	void flush() throws SQLException {
		for (DuckDBAppender appender : this.appenders) {
			appender.flush();
		}
	}

	@Override
	public void close() throws SQLException {
		for (DuckDBAppender appender : this.appenders) {
			appender.close();
		}
	}

}
