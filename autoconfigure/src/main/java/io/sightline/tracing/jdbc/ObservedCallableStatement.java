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

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;

import org.jspecify.annotations.NullUnmarked;

/**
 * A procedure call that is observed when it is executed, with its parameters by name.
 */
@NullUnmarked
final class ObservedCallableStatement extends NamedCallableOutputs {

	ObservedCallableStatement(CallableStatement delegate, ObservedConnection connection, String sql) {
		super(delegate, connection, sql);
	}

	@Override
	public void setAsciiStream(String parameterName, InputStream value) throws SQLException {
		this.delegate.setAsciiStream(parameterName, value);
	}

	@Override
	public void setAsciiStream(String parameterName, InputStream value, int length) throws SQLException {
		this.delegate.setAsciiStream(parameterName, value, length);
	}

	@Override
	public void setAsciiStream(String parameterName, InputStream value, long length) throws SQLException {
		this.delegate.setAsciiStream(parameterName, value, length);
	}

	@Override
	public void setBigDecimal(String parameterName, BigDecimal value) throws SQLException {
		this.delegate.setBigDecimal(parameterName, value);
	}

	@Override
	public void setBinaryStream(String parameterName, InputStream value) throws SQLException {
		this.delegate.setBinaryStream(parameterName, value);
	}

	@Override
	public void setBinaryStream(String parameterName, InputStream value, int length) throws SQLException {
		this.delegate.setBinaryStream(parameterName, value, length);
	}

	@Override
	public void setBinaryStream(String parameterName, InputStream value, long length) throws SQLException {
		this.delegate.setBinaryStream(parameterName, value, length);
	}

	@Override
	public void setBlob(String parameterName, InputStream value) throws SQLException {
		this.delegate.setBlob(parameterName, value);
	}

	@Override
	public void setBlob(String parameterName, InputStream value, long length) throws SQLException {
		this.delegate.setBlob(parameterName, value, length);
	}

	@Override
	public void setBlob(String parameterName, Blob value) throws SQLException {
		this.delegate.setBlob(parameterName, value);
	}

	@Override
	public void setBoolean(String parameterName, boolean value) throws SQLException {
		this.delegate.setBoolean(parameterName, value);
	}

	@Override
	public void setByte(String parameterName, byte value) throws SQLException {
		this.delegate.setByte(parameterName, value);
	}

	@Override
	public void setBytes(String parameterName, byte[] value) throws SQLException {
		this.delegate.setBytes(parameterName, value);
	}

	@Override
	public void setCharacterStream(String parameterName, Reader value) throws SQLException {
		this.delegate.setCharacterStream(parameterName, value);
	}

	@Override
	public void setCharacterStream(String parameterName, Reader value, int length) throws SQLException {
		this.delegate.setCharacterStream(parameterName, value, length);
	}

	@Override
	public void setCharacterStream(String parameterName, Reader value, long length) throws SQLException {
		this.delegate.setCharacterStream(parameterName, value, length);
	}

	@Override
	public void setClob(String parameterName, Reader value) throws SQLException {
		this.delegate.setClob(parameterName, value);
	}

	@Override
	public void setClob(String parameterName, Reader value, long length) throws SQLException {
		this.delegate.setClob(parameterName, value, length);
	}

	@Override
	public void setClob(String parameterName, Clob value) throws SQLException {
		this.delegate.setClob(parameterName, value);
	}

	@Override
	public void setDate(String parameterName, Date value) throws SQLException {
		this.delegate.setDate(parameterName, value);
	}

	@Override
	public void setDate(String parameterName, Date value, Calendar calendar) throws SQLException {
		this.delegate.setDate(parameterName, value, calendar);
	}

	@Override
	public void setDouble(String parameterName, double value) throws SQLException {
		this.delegate.setDouble(parameterName, value);
	}

	@Override
	public void setFloat(String parameterName, float value) throws SQLException {
		this.delegate.setFloat(parameterName, value);
	}

	@Override
	public void setInt(String parameterName, int value) throws SQLException {
		this.delegate.setInt(parameterName, value);
	}

	@Override
	public void setLong(String parameterName, long value) throws SQLException {
		this.delegate.setLong(parameterName, value);
	}

	@Override
	public void setNCharacterStream(String parameterName, Reader value) throws SQLException {
		this.delegate.setNCharacterStream(parameterName, value);
	}

	@Override
	public void setNCharacterStream(String parameterName, Reader value, long length) throws SQLException {
		this.delegate.setNCharacterStream(parameterName, value, length);
	}

	@Override
	public void setNClob(String parameterName, Reader value) throws SQLException {
		this.delegate.setNClob(parameterName, value);
	}

	@Override
	public void setNClob(String parameterName, Reader value, long length) throws SQLException {
		this.delegate.setNClob(parameterName, value, length);
	}

	@Override
	public void setNClob(String parameterName, NClob value) throws SQLException {
		this.delegate.setNClob(parameterName, value);
	}

	@Override
	public void setNString(String parameterName, String value) throws SQLException {
		this.delegate.setNString(parameterName, value);
	}

	@Override
	public void setNull(String parameterName, int sqlType) throws SQLException {
		this.delegate.setNull(parameterName, sqlType);
	}

	@Override
	public void setNull(String parameterName, int sqlType, String typeName) throws SQLException {
		this.delegate.setNull(parameterName, sqlType, typeName);
	}

	@Override
	public void setObject(String parameterName, Object value) throws SQLException {
		this.delegate.setObject(parameterName, value);
	}

	@Override
	public void setObject(String parameterName, Object value, int targetSqlType) throws SQLException {
		this.delegate.setObject(parameterName, value, targetSqlType);
	}

	@Override
	public void setObject(String parameterName, Object value, int targetSqlType, int scaleOrLength)
			throws SQLException {
		this.delegate.setObject(parameterName, value, targetSqlType, scaleOrLength);
	}

	@Override
	public void setObject(String parameterName, Object value, SQLType targetSqlType) throws SQLException {
		this.delegate.setObject(parameterName, value, targetSqlType);
	}

	@Override
	public void setObject(String parameterName, Object value, SQLType targetSqlType, int scaleOrLength)
			throws SQLException {
		this.delegate.setObject(parameterName, value, targetSqlType, scaleOrLength);
	}

	@Override
	public void setRowId(String parameterName, RowId value) throws SQLException {
		this.delegate.setRowId(parameterName, value);
	}

	@Override
	public void setSQLXML(String parameterName, SQLXML value) throws SQLException {
		this.delegate.setSQLXML(parameterName, value);
	}

	@Override
	public void setShort(String parameterName, short value) throws SQLException {
		this.delegate.setShort(parameterName, value);
	}

	@Override
	public void setString(String parameterName, String value) throws SQLException {
		this.delegate.setString(parameterName, value);
	}

	@Override
	public void setTime(String parameterName, Time value) throws SQLException {
		this.delegate.setTime(parameterName, value);
	}

	@Override
	public void setTime(String parameterName, Time value, Calendar calendar) throws SQLException {
		this.delegate.setTime(parameterName, value, calendar);
	}

	@Override
	public void setTimestamp(String parameterName, Timestamp value) throws SQLException {
		this.delegate.setTimestamp(parameterName, value);
	}

	@Override
	public void setTimestamp(String parameterName, Timestamp value, Calendar calendar) throws SQLException {
		this.delegate.setTimestamp(parameterName, value, calendar);
	}

	@Override
	public void setURL(String parameterName, URL value) throws SQLException {
		this.delegate.setURL(parameterName, value);
	}

}
