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

package io.sightline.tracing.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A prepared statement that is observed when it is executed.
 *
 * @param <S> the type of the driver's statement
 */
class ObservedPreparedStatement<S extends PreparedStatement> extends LargeParameters<S> {

	private final String sql;

	ObservedPreparedStatement(S delegate, ObservedConnection connection, String sql) {
		super(delegate, connection);
		this.sql = sql;
	}

	@Override
	public void addBatch() throws SQLException {
		this.delegate.addBatch();
		addToBatch(this.sql);
	}

	@Override
	public boolean execute() throws SQLException {
		return this.observer.observe(this.sql, this.delegate::execute);
	}

	@Override
	public long executeLargeUpdate() throws SQLException {
		return this.observer.observe(this.sql, this.delegate::executeLargeUpdate);
	}

	@Override
	public ResultSet executeQuery() throws SQLException {
		return this.observer.observe(this.sql, this.delegate::executeQuery);
	}

	@Override
	public int executeUpdate() throws SQLException {
		return this.observer.observe(this.sql, this.delegate::executeUpdate);
	}

}
