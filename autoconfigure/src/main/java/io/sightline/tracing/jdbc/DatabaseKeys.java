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

/**
 * Names of attributes by OpenTelemetry's semantic conventions.
 */
final class DatabaseKeys {

	static final String SYSTEM = "db.system.name";

	static final String NAMESPACE = "db.namespace";

	static final String OPERATION = "db.operation.name";

	static final String BATCH_SIZE = "db.operation.batch.size";

	static final String SUMMARY = "db.query.summary";

	static final String TEXT = "db.query.text";

	static final String PROCEDURE = "db.stored_procedure.name";

	static final String STATUS_CODE = "db.response.status_code";

	static final String ERROR_TYPE = "error.type";

	static final String SERVER_ADDRESS = "server.address";

	static final String SERVER_PORT = "server.port";

	/**
	 * Stands for an operation that is none of the known ones, where a value is needed.
	 */
	static final String OTHER = "_OTHER";

	private DatabaseKeys() {
	}

}
