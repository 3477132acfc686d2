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

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Observes the statements of one database.
 */
final class StatementObserver {

	private final JdbcObservations observations;

	private final QueryCache queries;

	private final Database database;

	StatementObserver(JdbcObservations observations, Database database, int maxQueryLength) {
		this.observations = observations;
		this.database = database;
		this.queries = new QueryCache(database, maxQueryLength);
	}

	<T extends @Nullable Object> T observe(String sql, SqlCall<T> call) throws SQLException {
		Observation observation = (this.observations.isActive()) ? start(sql) : null;
		return (observation != null) ? execute(observation, call) : call.execute();
	}

	<T extends @Nullable Object> T observe(Batch batch, SqlCall<T> call) throws SQLException {
		Observation observation = (this.observations.isActive() && batch.size() > 0) ? start(batch) : null;
		try {
			return (observation != null) ? execute(observation, call) : call.execute();
		}
		finally {
			batch.clear();
		}
	}

	private <T extends @Nullable Object> T execute(Observation observation, SqlCall<T> call) throws SQLException {
		try {
			return call.execute();
		}
		catch (SQLException | RuntimeException | Error ex) {
			this.observations.error(observation, ex);
			throw ex;
		}
		finally {
			this.observations.stop(observation);
		}
	}

	private @Nullable Observation start(String sql) {
		return this.observations.start(() -> new JdbcQueryContext(this.database, this.queries.get(sql), 1));
	}

	private @Nullable Observation start(Batch batch) {
		return this.observations.start(() -> new JdbcQueryContext(this.database, query(batch), batch.size()));
	}

	private Query query(Batch batch) {
		List<Query> distinct = new ArrayList<>(batch.distinct().size());
		batch.distinct().forEach((sql) -> distinct.add(this.queries.get(sql)));
		return (batch.size() > 1) ? this.queries.batch(distinct) : distinct.get(0);
	}

}
