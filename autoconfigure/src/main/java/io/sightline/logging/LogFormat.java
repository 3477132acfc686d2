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

package io.sightline.logging;

/**
 * How log lines look: {@code sightline.logging.format}. All but {@link #TEXT} are one
 * JSON object a line with the same data under different names.
 */
public enum LogFormat {

	/**
	 * Sightline's own field names.
	 */
	JSON,

	/**
	 * Names of the Elastic Common Schema, as the ECS logging specification asks for.
	 */
	ECS,

	/**
	 * Names that Logstash's own encoder writes.
	 */
	LOGSTASH,

	/**
	 * Names that Google Cloud Logging recognises.
	 */
	GCP,

	/**
	 * Names of OpenTelemetry's log data model.
	 */
	OTEL,

	/**
	 * Boot's pattern for people, with the trace id.
	 */
	TEXT

}
