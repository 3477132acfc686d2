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

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;

import org.jspecify.annotations.NullUnmarked;

/**
 * A statement of which everything but its executions is the driver's own.
 *
 * @param <S> the type of the driver's statement
 */
@NullUnmarked
abstract class DelegatingStatement<S extends Statement> implements Statement {

	final S delegate;

	DelegatingStatement(S delegate) {
		this.delegate = delegate;
	}

	@Override
	public <T> T unwrap(Class<T> type) throws SQLException {
		if (type.isInstance(this)) {
			return type.cast(this);
		}
		return (type.isInstance(this.delegate)) ? type.cast(this.delegate) : this.delegate.unwrap(type);
	}

	@Override
	public boolean isWrapperFor(Class<?> type) throws SQLException {
		return type.isInstance(this) || type.isInstance(this.delegate) || this.delegate.isWrapperFor(type);
	}

	@Override
	public void cancel() throws SQLException {
		this.delegate.cancel();
	}

	@Override
	public void clearWarnings() throws SQLException {
		this.delegate.clearWarnings();
	}

	@Override
	public void close() throws SQLException {
		this.delegate.close();
	}

	@Override
	public void closeOnCompletion() throws SQLException {
		this.delegate.closeOnCompletion();
	}

	@Override
	public String enquoteIdentifier(String identifier, boolean alwaysQuote) throws SQLException {
		return this.delegate.enquoteIdentifier(identifier, alwaysQuote);
	}

	@Override
	public String enquoteLiteral(String value) throws SQLException {
		return this.delegate.enquoteLiteral(value);
	}

	@Override
	public String enquoteNCharLiteral(String value) throws SQLException {
		return this.delegate.enquoteNCharLiteral(value);
	}

	@Override
	public int getFetchDirection() throws SQLException {
		return this.delegate.getFetchDirection();
	}

	@Override
	public int getFetchSize() throws SQLException {
		return this.delegate.getFetchSize();
	}

	@Override
	public ResultSet getGeneratedKeys() throws SQLException {
		return this.delegate.getGeneratedKeys();
	}

	@Override
	public long getLargeMaxRows() throws SQLException {
		return this.delegate.getLargeMaxRows();
	}

	@Override
	public long getLargeUpdateCount() throws SQLException {
		return this.delegate.getLargeUpdateCount();
	}

	@Override
	public int getMaxFieldSize() throws SQLException {
		return this.delegate.getMaxFieldSize();
	}

	@Override
	public int getMaxRows() throws SQLException {
		return this.delegate.getMaxRows();
	}

	@Override
	public boolean getMoreResults() throws SQLException {
		return this.delegate.getMoreResults();
	}

	@Override
	public boolean getMoreResults(int current) throws SQLException {
		return this.delegate.getMoreResults(current);
	}

	@Override
	public int getQueryTimeout() throws SQLException {
		return this.delegate.getQueryTimeout();
	}

	@Override
	public ResultSet getResultSet() throws SQLException {
		return this.delegate.getResultSet();
	}

	@Override
	public int getResultSetConcurrency() throws SQLException {
		return this.delegate.getResultSetConcurrency();
	}

	@Override
	public int getResultSetHoldability() throws SQLException {
		return this.delegate.getResultSetHoldability();
	}

	@Override
	public int getResultSetType() throws SQLException {
		return this.delegate.getResultSetType();
	}

	@Override
	public int getUpdateCount() throws SQLException {
		return this.delegate.getUpdateCount();
	}

	@Override
	public SQLWarning getWarnings() throws SQLException {
		return this.delegate.getWarnings();
	}

	@Override
	public boolean isCloseOnCompletion() throws SQLException {
		return this.delegate.isCloseOnCompletion();
	}

	@Override
	public boolean isClosed() throws SQLException {
		return this.delegate.isClosed();
	}

	@Override
	public boolean isPoolable() throws SQLException {
		return this.delegate.isPoolable();
	}

	@Override
	public boolean isSimpleIdentifier(String identifier) throws SQLException {
		return this.delegate.isSimpleIdentifier(identifier);
	}

	@Override
	public void setCursorName(String value) throws SQLException {
		this.delegate.setCursorName(value);
	}

	@Override
	public void setEscapeProcessing(boolean value) throws SQLException {
		this.delegate.setEscapeProcessing(value);
	}

	@Override
	public void setFetchDirection(int value) throws SQLException {
		this.delegate.setFetchDirection(value);
	}

	@Override
	public void setFetchSize(int value) throws SQLException {
		this.delegate.setFetchSize(value);
	}

	@Override
	public void setLargeMaxRows(long value) throws SQLException {
		this.delegate.setLargeMaxRows(value);
	}

	@Override
	public void setMaxFieldSize(int value) throws SQLException {
		this.delegate.setMaxFieldSize(value);
	}

	@Override
	public void setMaxRows(int value) throws SQLException {
		this.delegate.setMaxRows(value);
	}

	@Override
	public void setPoolable(boolean value) throws SQLException {
		this.delegate.setPoolable(value);
	}

	@Override
	public void setQueryTimeout(int value) throws SQLException {
		this.delegate.setQueryTimeout(value);
	}

}
