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

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import org.jspecify.annotations.Nullable;

/**
 * Names and key-values by OpenTelemetry's conventions for databases. To change them,
 * define a {@link GlobalObservationConvention} for {@link JdbcQueryContext}.
 */
final class JdbcQueryConvention implements ObservationConvention<JdbcQueryContext> {

	static final JdbcQueryConvention INSTANCE = new JdbcQueryConvention();

	static final String NAME = "jdbc.query";

	private static final int SQL_STATE_LENGTH = 5;

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof JdbcQueryContext;
	}

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(JdbcQueryContext context) {
		return context.query().lowCardinality();
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(JdbcQueryContext context) {
		KeyValues values = context.query().highCardinality();
		if (context.getBatchSize() > 1) {
			values = values.and(DatabaseKeys.BATCH_SIZE, Integer.toString(context.getBatchSize()));
		}
		Throwable error = context.getError();
		return (error != null) ? values.and(errorKeyValues(error)) : values;
	}

	private static KeyValue[] errorKeyValues(Throwable error) {
		String state = state(error);
		if (state == null) {
			return new KeyValue[] { KeyValue.of(DatabaseKeys.ERROR_TYPE, error.getClass().getName()) };
		}
		return new KeyValue[] { KeyValue.of(DatabaseKeys.STATUS_CODE, state),
				KeyValue.of(DatabaseKeys.ERROR_TYPE, state) };
	}

	private static @Nullable String state(Throwable error) {
		String state = (error instanceof SQLException failure) ? failure.getSQLState() : null;
		return (state != null && state.length() == SQL_STATE_LENGTH) ? state : null;
	}

}
