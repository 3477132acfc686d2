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

import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about a statement, whenever it is executed.
 *
 * @param name the name of its spans
 * @param text the statement without literals
 * @param summary operations and targets, if understood
 * @param operation the operation, if there is one
 * @param lowCardinality its values for meters and spans
 * @param highCardinality its values for spans alone
 */
record Query(String name, String text, @Nullable String summary, @Nullable String operation, KeyValues lowCardinality,
		KeyValues highCardinality) {

	static Query of(Database database, SqlText sql) {
		String name = (sql.summary() != null) ? sql.summary() : database.system();
		String operation = (sql.operation() != null) ? sql.operation() : DatabaseKeys.OTHER;
		KeyValues low = KeyValues.of(DatabaseKeys.SYSTEM, database.system(), DatabaseKeys.OPERATION, operation);
		KeyValues high = database.keyValues().and(DatabaseKeys.TEXT, sql.text());
		if (sql.summary() != null) {
			high = high.and(DatabaseKeys.SUMMARY, sql.summary());
		}
		if (sql.procedure() != null) {
			high = high.and(DatabaseKeys.PROCEDURE, sql.procedure());
		}
		return new Query(name, sql.text(), sql.summary(), sql.operation(), low, high);
	}

}
