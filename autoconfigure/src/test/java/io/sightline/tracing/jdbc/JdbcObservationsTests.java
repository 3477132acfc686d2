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

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link JdbcObservations}, {@link StatementObserver} and
 * {@link JdbcQueryConvention}.
 */
class JdbcObservationsTests {

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final JdbcObservations observations = new JdbcObservations(true, 200);

	private Connection connection;

	JdbcObservationsTests() throws SQLException {
		JdbcDataSource database = new JdbcDataSource();
		database.setUrl("jdbc:h2:mem:observations");
		this.connection = new ObservedDataSource(database, this.observations).getConnection();
	}

	@BeforeEach
	void prepare() throws SQLException {
		this.connection.createStatement().execute("create table t (a int primary key, b varchar(20))");
		this.observations.to(this.registry);
	}

	@AfterEach
	void close() throws SQLException {
		this.connection.close();
	}

	@Test
	void observesNothingBeforeItIsTold() {
		assertThat(this.registry).doesNotHaveAnyObservation();
	}

	@Test
	void describesStatement() throws SQLException {
		this.connection.createStatement().executeQuery("select a from t where b = 'secret'");
		one().hasNameEqualTo("jdbc.query")
			.hasContextualNameEqualTo("SELECT t")
			.hasLowCardinalityKeyValue("db.system.name", "h2database")
			.hasLowCardinalityKeyValue("db.operation.name", "SELECT")
			.hasHighCardinalityKeyValue("db.namespace", "observations")
			.hasHighCardinalityKeyValue("db.query.text", "select a from t where b = ?")
			.hasHighCardinalityKeyValue("db.query.summary", "SELECT t")
			.hasBeenStarted()
			.hasBeenStopped();
	}

	@Test
	void namesWhatItDoesNotUnderstandBySystem() {
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> this.connection.createStatement().execute("frobnicate secret"));
		one().hasContextualNameEqualTo("h2database")
			.hasLowCardinalityKeyValue("db.operation.name", "_OTHER")
			.doesNotHaveHighCardinalityKeyValueWithKey("db.query.summary");
	}

	@Test
	void marksFailureByItsState() throws SQLException {
		this.connection.createStatement().execute("insert into t values (1, 'x')");
		this.registry.clear();
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> this.connection.prepareStatement("insert into t values (1, 'x')").executeUpdate());
		one().hasHighCardinalityKeyValue("db.response.status_code", "23505")
			.hasHighCardinalityKeyValue("error.type", "23505")
			.hasError()
			.hasBeenStopped();
	}

	@Test
	void observesBatchOnce() throws SQLException {
		var statement = this.connection.prepareStatement("insert into t values (?, ?)");
		for (int i = 0; i < 3; i++) {
			statement.setInt(1, i);
			statement.setString(2, "b");
			statement.addBatch();
		}
		assertThat(statement.executeBatch()).containsExactly(1, 1, 1);
		one().hasContextualNameEqualTo("BATCH INSERT t")
			.hasLowCardinalityKeyValue("db.operation.name", "BATCH INSERT")
			.hasHighCardinalityKeyValue("db.operation.batch.size", "3")
			.hasHighCardinalityKeyValue("db.query.text", "insert into t values (?, ?)");
	}

	@Test
	void namesBatchOfDifferentStatements() throws SQLException {
		var statement = this.connection.createStatement();
		statement.addBatch("insert into t values (1, 'x')");
		statement.addBatch("delete from t");
		statement.executeLargeBatch();
		one().hasContextualNameEqualTo("BATCH")
			.hasLowCardinalityKeyValue("db.operation.name", "BATCH")
			.hasHighCardinalityKeyValue("db.query.text", "insert into t values (?, ?); delete from t");
	}

	@Test
	void takesBatchOfOneForStatement() throws SQLException {
		var statement = this.connection.createStatement();
		statement.addBatch("delete from t where a = 1");
		statement.clearBatch();
		statement.addBatch("delete from t");
		statement.executeBatch();
		one().hasContextualNameEqualTo("DELETE t").doesNotHaveHighCardinalityKeyValueWithKey("db.operation.batch.size");
	}

	@Test
	void startsBatchAnewAfterExecution() throws SQLException {
		var statement = this.connection.createStatement();
		statement.addBatch("insert into t values (1, 'x')");
		statement.addBatch("insert into t values (1, 'x')");
		assertThatExceptionOfType(BatchUpdateException.class).isThrownBy(statement::executeBatch);
		this.registry.clear();
		assertThat(statement.executeBatch()).isEmpty();
		assertThat(this.registry).doesNotHaveAnyObservation();
	}

	@Test
	void leavesStatementsWithoutParentOutUnlessAsked() throws SQLException {
		JdbcObservations strict = new JdbcObservations(false, 200);
		strict.to(this.registry);
		Connection observed = strict.observe(this.connection.unwrap(org.h2.jdbc.JdbcConnection.class));
		observed.createStatement().execute("select 1");
		assertThat(this.registry).doesNotHaveAnyObservation();
		Observation.createNotStarted("parent", this.registry)
			.observeChecked(() -> observed.createStatement().execute("select 1"));
		assertThat(this.registry).hasObservationWithNameEqualTo("jdbc.query")
			.that()
			.hasParentObservationContextMatching((parent) -> "parent".equals(parent.getName()));
	}

	@Test
	void leavesChildrenOfIgnoredObservationsOut() throws SQLException {
		this.registry.observationConfig().observationPredicate((name, context) -> !"noise".equals(name));
		Observation.createNotStarted("noise", this.registry)
			.observeChecked(() -> this.connection.createStatement().execute("select 1"));
		assertThat(this.registry).doesNotHaveAnyObservation();
	}

	@Test
	void executesStatementWhateverHandlersThrow() throws SQLException {
		this.registry.observationConfig().observationHandler(new BrokenHandler());
		assertThat(this.connection.createStatement().execute("select 1")).isTrue();
	}

	private TestObservationRegistryAssert.TestObservationRegistryAssertReturningObservationContextAssert one() {
		return assertThat(this.registry).hasSingleObservationThat();
	}

	private static final class BrokenHandler implements ObservationHandler<Observation.Context> {

		@Override
		public void onStop(Observation.Context context) {
			throw new IllegalStateException("broken");
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
