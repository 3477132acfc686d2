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

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;
import org.mockito.invocation.Invocation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every method of the wrappers reaches the driver, with its arguments.
 */
class DelegationTests {

	private static final List<String> OWN = List.of("unwrap", "isWrapperFor");

	private final JdbcObservations observations = new JdbcObservations(true, 100);

	@ParameterizedTest
	@MethodSource
	void connectionDelegates(Method method) throws Exception {
		Connection driver = Mockito.mock(Connection.class);
		assertDelegates(method, driver, this.observations.observe(driver));
	}

	static Stream<Method> connectionDelegates() {
		return methods(Connection.class);
	}

	@ParameterizedTest
	@MethodSource
	void statementDelegates(Method method) throws Exception {
		CallableStatement driver = Mockito.mock(CallableStatement.class);
		Connection connection = Mockito.mock(Connection.class);
		Mockito.when(connection.prepareCall("call p()")).thenReturn(driver);
		assertDelegates(method, driver, this.observations.observe(connection).prepareCall("call p()"));
	}

	static Stream<Method> statementDelegates() {
		return methods(CallableStatement.class).filter((method) -> !"getConnection".equals(method.getName()));
	}

	@ParameterizedTest
	@MethodSource
	void dataSourceDelegates(Method method) throws Exception {
		DataSource driver = Mockito.mock(DataSource.class);
		Connection connection = Mockito.mock(Connection.class);
		Mockito.when(driver.getConnection()).thenReturn(connection);
		Mockito.when(driver.getConnection(Mockito.any(), Mockito.any())).thenReturn(connection);
		Mockito.clearInvocations(driver);
		assertDelegates(method, driver, new ObservedDataSource(driver, this.observations));
	}

	static Stream<Method> dataSourceDelegates() {
		return methods(DataSource.class).filter((method) -> !method.isDefault());
	}

	@Test
	void statementKnowsItsConnection() throws SQLException {
		Connection connection = this.observations.observe(Mockito.mock(Connection.class));
		Statement statement = connection.createStatement();
		assertThat(statement.getConnection()).isSameAs(connection);
	}

	@Test
	void unwrapsToDriver() throws SQLException {
		Connection driver = Mockito.mock(Connection.class, Mockito.withSettings().extraInterfaces(Runnable.class));
		Connection connection = this.observations.observe(driver);
		assertThat(connection.isWrapperFor(Runnable.class)).isTrue();
		assertThat(connection.unwrap(Runnable.class)).isSameAs(driver);
		assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
		connection.unwrap(DatabaseMetaData.class);
		Mockito.verify(driver).unwrap(DatabaseMetaData.class);
	}

	@Test
	void observesOnce() throws SQLException {
		Connection connection = this.observations.observe(Mockito.mock(Connection.class));
		assertThat(this.observations.observe(connection)).isSameAs(connection);
	}

	@Test
	void observesConnectionThatDoesNotTellItsUrl() throws SQLException {
		Connection driver = Mockito.mock(Connection.class);
		Mockito.when(driver.getMetaData()).thenThrow(new SQLException("closed"));
		assertThat(this.observations.observe(driver)).isInstanceOf(ObservedConnection.class);
	}

	private static Stream<Method> methods(Class<?> type) {
		return Arrays.stream(type.getMethods())
			.filter((method) -> !Modifier.isStatic(method.getModifiers()) && !OWN.contains(method.getName()));
	}

	private static void assertDelegates(Method method, Object driver, Object wrapper) throws Exception {
		Object[] arguments = Arrays.stream(method.getParameterTypes()).map(DelegationTests::argument).toArray();
		Mockito.clearInvocations(driver);
		try {
			method.invoke(wrapper, arguments);
		}
		catch (InvocationTargetException ex) {
			throw new AssertionError(ex.getCause());
		}
		Invocation invocation = Mockito.mockingDetails(driver).getInvocations().iterator().next();
		assertThat(invocation.getMethod().getName()).isEqualTo(method.getName());
		assertThat(invocation.getMethod().getParameterTypes()).isEqualTo(method.getParameterTypes());
		assertThat(invocation.getRawArguments()).isEqualTo(arguments);
	}

	private static Object argument(Class<?> type) {
		if (type == int.class) {
			return 7;
		}
		if (type == long.class) {
			return 7L;
		}
		if (type == String.class) {
			return "text";
		}
		return (type.isPrimitive()) ? primitive(type)
				: (type.isArray()) ? java.lang.reflect.Array.newInstance(type.getComponentType(), 1)
						: (type == Class.class) ? String.class : Mockito.mock(type);
	}

	private static Object primitive(Class<?> type) {
		return java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0);
	}

}
