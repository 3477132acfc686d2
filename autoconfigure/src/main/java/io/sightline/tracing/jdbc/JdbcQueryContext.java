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

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one execution of a statement, for conventions, predicates and
 * handlers of the application's own.
 */
public final class JdbcQueryContext extends Observation.Context {

	private final Database database;

	private final Query query;

	private final int batchSize;

	private final SharedKeyValues low = new SharedKeyValues();

	private final SharedKeyValues high = new SharedKeyValues();

	JdbcQueryContext(Database database, Query query, int batchSize) {
		this.database = database;
		this.query = query;
		this.batchSize = batchSize;
		setContextualName(query.name());
	}

	/**
	 * The database product.
	 * @return one of OpenTelemetry's values of {@code db.system.name}
	 */
	public String getSystem() {
		return this.database.system();
	}

	/**
	 * The statement.
	 * @return its text without literals and comments, cut to a maximum length
	 */
	public String getQueryText() {
		return this.query.text();
	}

	/**
	 * What the statement does to which tables.
	 * @return operations and their targets, such as {@code SELECT orders}, or
	 * {@code null} if the statement is not understood
	 */
	public @Nullable String getQuerySummary() {
		return this.query.summary();
	}

	/**
	 * How many statements are executed.
	 * @return 1 except for a batch
	 */
	public int getBatchSize() {
		return this.batchSize;
	}

	Query query() {
		return this.query;
	}

	@Override
	public Observation.Context addLowCardinalityKeyValues(KeyValues keyValues) {
		return (this.low.take(keyValues)) ? this : super.addLowCardinalityKeyValues(keyValues);
	}

	@Override
	public Observation.Context addLowCardinalityKeyValue(KeyValue keyValue) {
		partLow();
		return super.addLowCardinalityKeyValue(keyValue);
	}

	@Override
	public Observation.Context removeLowCardinalityKeyValue(String keyName) {
		partLow();
		return super.removeLowCardinalityKeyValue(keyName);
	}

	@Override
	public KeyValues getLowCardinalityKeyValues() {
		KeyValues shared = this.low.values();
		return (shared != null) ? shared : super.getLowCardinalityKeyValues();
	}

	@Override
	public @Nullable KeyValue getLowCardinalityKeyValue(String key) {
		return (this.low.values() != null) ? this.low.value(key) : super.getLowCardinalityKeyValue(key);
	}

	private void partLow() {
		KeyValues shared = this.low.part();
		if (shared != null) {
			super.addLowCardinalityKeyValues(shared);
		}
	}

	@Override
	public Observation.Context addHighCardinalityKeyValues(KeyValues keyValues) {
		return (this.high.take(keyValues)) ? this : super.addHighCardinalityKeyValues(keyValues);
	}

	@Override
	public Observation.Context addHighCardinalityKeyValue(KeyValue keyValue) {
		partHigh();
		return super.addHighCardinalityKeyValue(keyValue);
	}

	@Override
	public Observation.Context removeHighCardinalityKeyValue(String keyName) {
		partHigh();
		return super.removeHighCardinalityKeyValue(keyName);
	}

	@Override
	public KeyValues getHighCardinalityKeyValues() {
		KeyValues shared = this.high.values();
		return (shared != null) ? shared : super.getHighCardinalityKeyValues();
	}

	@Override
	public @Nullable KeyValue getHighCardinalityKeyValue(String key) {
		return (this.high.values() != null) ? this.high.value(key) : super.getHighCardinalityKeyValue(key);
	}

	private void partHigh() {
		KeyValues shared = this.high.part();
		if (shared != null) {
			super.addHighCardinalityKeyValues(shared);
		}
	}

}
