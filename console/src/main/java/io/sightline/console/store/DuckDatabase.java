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

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.util.unit.DataSize;

/**
 * A database in this process. One thread writes through it, any number reads through
 * connections of their own. It can reach neither files nor the network, and no statement
 * can change that.
 */
final class DuckDatabase implements AutoCloseable {

	private final DuckDBConnection writer;

	private final FileRights rights;

	private DuckDatabase(DuckDBConnection writer, FileRights rights) {
		this.writer = writer;
		this.rights = rights;
	}

	/**
	 * Open a database.
	 * @param file where it is kept; in memory if there is none
	 * @param memoryLimit how much memory it may take
	 * @return the database
	 * @throws SQLException if it cannot be opened
	 */
	static DuckDatabase open(@Nullable Path file, DataSize memoryLimit) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("memory_limit", memoryLimit.toBytes() + "B");
		properties.setProperty("threads", "2");
		FileRights rights = FileRights.of(file);
		DuckDBConnection connection = DriverManager
			.getConnection("jdbc:duckdb:" + ((file != null) ? file : ""), properties)
			.unwrap(DuckDBConnection.class);
		rights.begin();
		DuckDatabase database = new DuckDatabase(connection, rights);
		database.execute(List.of("SET temp_directory=''", "SET autoinstall_known_extensions=false",
				"SET autoload_known_extensions=false", "SET enable_external_access=false",
				"SET lock_configuration=true"));
		return database;
	}

	void execute(List<String> statements) throws SQLException {
		try (Statement statement = this.writer.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		this.rights.spread();
	}

	/**
	 * Do something as a whole or not at all.
	 * @param <R> the type of the result
	 * @param work what to do
	 * @return its result
	 * @throws SQLException if it failed, and nothing of it was done
	 */
	<R> R transact(Work<R> work) throws SQLException {
		// Said in SQL: the driver itself begins with the first statement, and what is
		// appended before is no part of it.
		execute(List.of("BEGIN TRANSACTION"));
		try {
			R result = work.run();
			execute(List.of("COMMIT"));
			return result;
		}
		catch (Throwable ex) {
			rollback(ex);
			throw ex;
		}
	}

	private void rollback(Throwable cause) {
		try {
			execute(List.of("ROLLBACK"));
		}
		catch (SQLException ex) {
			cause.addSuppressed(ex);
		}
	}

	DuckDBAppender appender(String table) throws SQLException {
		return this.writer.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
	}

	long[] row(String query) throws SQLException {
		try (Statement statement = this.writer.createStatement(); ResultSet result = statement.executeQuery(query)) {
			result.next();
			long[] row = new long[result.getMetaData().getColumnCount()];
			for (int i = 0; i < row.length; i++) {
				row[i] = result.getLong(i + 1);
			}
			return row;
		}
	}

	List<String> texts(String query) throws SQLException {
		try (Statement statement = this.writer.createStatement(); ResultSet result = statement.executeQuery(query)) {
			List<String> texts = new ArrayList<>();
			while (result.next()) {
				texts.add(result.getString(1));
			}
			return texts;
		}
	}

	Readers readers() {
		return new Readers(this.writer);
	}

	@Override
	public void close() throws SQLException {
		this.writer.close();
	}

	/**
	 * Something to do with the database.
	 *
	 * @param <R> the type of the result
	 */
	interface Work<R> {

		R run() throws SQLException;

	}

	/**
	 * Gives a connection to the same database to each that asks.
	 */
	static final class Readers extends AbstractDataSource {

		private final DuckDBConnection database;

		private Readers(DuckDBConnection database) {
			this.database = database;
		}

		@Override
		public Connection getConnection() throws SQLException {
			return this.database.duplicate();
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			throw new SQLFeatureNotSupportedException("There are no users");
		}

	}

}
