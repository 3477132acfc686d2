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

package io.sightline.logging.json;

import java.util.Locale;

/**
 * What a line can say about an event, whatever the format calls it. Some things have more
 * than one notation, as formats disagree about it.
 */
enum LogField {

	TIMESTAMP("When it happened: ISO-8601 in UTC with microseconds."),

	TIMESTAMP_NANOS("When it happened: nanoseconds since 1970, as a string."),

	LEVEL("Level: `ERROR`, `WARN`, `INFO`, `DEBUG`, `TRACE`."),

	LEVEL_VALUE("Level as Logback's number: 40000 is `ERROR`, 5000 is `TRACE`."),

	SEVERITY("Level as Google Cloud's severity: `ERROR`, `WARNING`, `INFO`, `DEBUG`."),

	SEVERITY_NUMBER("Level as OpenTelemetry's number: 17 is `ERROR`, 1 is `TRACE`."),

	LOGGER("Name of the logger."),

	THREAD("Name of the thread."),

	MESSAGE("The message, with its arguments in place."),

	MESSAGE_WITH_STACK_TRACE("The message, followed by the stack trace if something was thrown."),

	TRUNCATED("`true` if the message or, on an over-long line, another text was cut."),

	ORIGINAL_LENGTH("Length of the message before it was cut, in characters."),

	SERVICE("Name of the service."),

	ENVIRONMENT("Deployment environment."),

	VERSION("Version of the service."),

	INSTANCE("Instance of the service."),

	DATASET("Data set that the line belongs to, as Elastic names it: the service and `.log`."),

	TRACE_ID("Trace, 32 hexadecimal digits."),

	TRACE_RESOURCE("Trace as a resource name where the project is known (`cloud.account.id`), else its id."),

	SPAN_ID("Span, 16 hexadecimal digits."),

	TRACE_FLAGS("Trace flags of W3C Trace Context, 2 hexadecimal digits."),

	TRACE_FLAGS_NUMBER("Trace flags of W3C Trace Context, as a number."),

	SAMPLED("Whether the span is sampled."),

	REQUEST_ID("Id of the request."),

	USER_ID("Who makes the request; with `sightline.request.user-id.enabled`."),

	HTTP_METHOD("HTTP method of the request."),

	HTTP_ROUTE("Route that serves the request."),

	URL_PATH("Path of the request, without query."),

	CLIENT_IP("Address of who makes the request; with `sightline.request.client-ip.enabled`."),

	USER_AGENT("User agent of the request; with `sightline.request.user-agent.enabled`."),

	ERROR_TYPE("Class of what was thrown."),

	ERROR_MESSAGE("Message of what was thrown."),

	STACK_TRACE("Stack trace, root cause first, framework frames folded."),

	ERROR_HASH("Equal for equal errors: 8 hexadecimal digits."),

	ERROR_RENDER_FAILED(
			"`true` if what was thrown could not be told in full, since its own methods throw or it is " + "too deep."),

	SOURCE_FILE("Source file that logged; with `sightline.logging.include-caller`."),

	SOURCE_LINE("Line in the source file; with `sightline.logging.include-caller`."),

	SOURCE_METHOD("Class and method that logged; with `sightline.logging.include-caller`."),

	TAGS("Names of the SLF4J markers."),

	SCHEMA("Version of the format, always the same.");

	private final String description;

	LogField(String description) {
		this.description = description;
	}

	String description() {
		return this.description;
	}

	/**
	 * The name under which the field is renamed or excluded, whatever the format.
	 */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
