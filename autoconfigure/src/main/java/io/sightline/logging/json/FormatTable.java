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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.sightline.logging.LogFormat;
import org.jspecify.annotations.Nullable;

/**
 * A format as data: which fields a line has, in which order and under which names.
 *
 * @param entries the fields of the format, those of one object next to each other
 * @param customObject the object that holds what the application adds, or {@code null}
 * for the line itself
 * @param textPrefix what is put before the name of a text that the application adds
 * @param valuePrefix what is put before the name of any other value
 */
record FormatTable(List<Entry> entries, @Nullable String customObject, String textPrefix, String valuePrefix) {

	private static final String RESOURCE = "Resource";

	private static final String ATTRIBUTES = "Attributes";

	private static final String HTTP_REQUEST = "httpRequest";

	private static final String SERVICE_CONTEXT = "serviceContext";

	private static final String LABELS = "logging.googleapis.com/labels";

	private static final String SOURCE = "logging.googleapis.com/sourceLocation";

	private static final FormatTable JSON = plain(names(LogField.TIMESTAMP, LogField.LEVEL, LogField.LOGGER,
			LogField.THREAD, LogField.MESSAGE, LogField.TRUNCATED, LogField.ORIGINAL_LENGTH, LogField.SERVICE,
			LogField.ENVIRONMENT, LogField.VERSION, LogField.INSTANCE, LogField.TRACE_ID, LogField.SPAN_ID,
			LogField.TRACE_FLAGS, LogField.SAMPLED, LogField.REQUEST_ID, LogField.USER_ID, LogField.HTTP_METHOD,
			LogField.HTTP_ROUTE, LogField.URL_PATH, LogField.CLIENT_IP, LogField.USER_AGENT, LogField.ERROR_TYPE,
			LogField.ERROR_MESSAGE, LogField.STACK_TRACE, LogField.ERROR_HASH, LogField.ERROR_RENDER_FAILED,
			LogField.SOURCE_FILE, LogField.SOURCE_LINE, LogField.SOURCE_METHOD, LogField.TAGS));

	// The specification asks for these first three first, in this order.
	private static final FormatTable ECS = new FormatTable(List.of(top(LogField.TIMESTAMP, "@timestamp"),
			top(LogField.LEVEL, "log.level"), top(LogField.MESSAGE, "message"), constant("ecs.version", "8.11"),
			top(LogField.LOGGER, "log.logger"), top(LogField.THREAD, "process.thread.name"),
			top(LogField.TRUNCATED, "app.truncated"), top(LogField.ORIGINAL_LENGTH, "app.original_length"),
			top(LogField.SERVICE, "service.name"), top(LogField.ENVIRONMENT, "service.environment"),
			top(LogField.VERSION, "service.version"), top(LogField.INSTANCE, "service.node.name"),
			top(LogField.DATASET, "event.dataset"), top(LogField.TRACE_ID, "trace.id"),
			top(LogField.SPAN_ID, "span.id"), top(LogField.REQUEST_ID, "http.request.id"),
			top(LogField.HTTP_METHOD, "http.request.method"), top(LogField.HTTP_ROUTE, "labels.http_route"),
			top(LogField.URL_PATH, "url.path"), top(LogField.USER_ID, "user.id"), top(LogField.CLIENT_IP, "client.ip"),
			top(LogField.USER_AGENT, "user_agent.original"), top(LogField.ERROR_TYPE, "error.type"),
			top(LogField.ERROR_MESSAGE, "error.message"), top(LogField.STACK_TRACE, "error.stack_trace"),
			top(LogField.ERROR_HASH, "labels.error_hash"), top(LogField.ERROR_RENDER_FAILED, "app.error_render_failed"),
			top(LogField.SOURCE_FILE, "log.origin.file.name"), top(LogField.SOURCE_LINE, "log.origin.file.line"),
			top(LogField.SOURCE_METHOD, "log.origin.function"), top(LogField.TAGS, "tags")), null, "labels.", "app.");

	private static final FormatTable LOGSTASH = plain(List.of(top(LogField.TIMESTAMP, "@timestamp"),
			constant("@version", "1"), top(LogField.MESSAGE, "message"), top(LogField.LOGGER, "logger_name"),
			top(LogField.THREAD, "thread_name"), top(LogField.LEVEL, "level"), top(LogField.LEVEL_VALUE, "level_value"),
			top(LogField.TRUNCATED, "truncated"), top(LogField.ORIGINAL_LENGTH, "original_length"),
			top(LogField.SERVICE, "service"), top(LogField.ENVIRONMENT, "environment"),
			top(LogField.VERSION, "version"), top(LogField.INSTANCE, "instance"), top(LogField.TRACE_ID, "trace_id"),
			top(LogField.SPAN_ID, "span_id"), top(LogField.TRACE_FLAGS, "trace_flags"),
			top(LogField.SAMPLED, "sampled"), top(LogField.REQUEST_ID, "request_id"),
			top(LogField.HTTP_METHOD, "http_method"), top(LogField.HTTP_ROUTE, "http_route"),
			top(LogField.URL_PATH, "url_path"), top(LogField.USER_ID, "user_id"), top(LogField.CLIENT_IP, "client_ip"),
			top(LogField.USER_AGENT, "user_agent"), top(LogField.ERROR_TYPE, "error_type"),
			top(LogField.ERROR_MESSAGE, "error_message"), top(LogField.STACK_TRACE, "stack_trace"),
			top(LogField.ERROR_HASH, "error_hash"), top(LogField.ERROR_RENDER_FAILED, "error_render_failed"),
			top(LogField.SOURCE_FILE, "caller_file_name"), top(LogField.SOURCE_LINE, "caller_line_number"),
			top(LogField.SOURCE_METHOD, "caller_method_name"), top(LogField.TAGS, "tags")));

	private static final FormatTable GCP = plain(List.of(top(LogField.SEVERITY, "severity"),
			top(LogField.TIMESTAMP, "time"), top(LogField.MESSAGE_WITH_STACK_TRACE, "message"),
			top(LogField.LOGGER, "logger"), top(LogField.THREAD, "thread"), top(LogField.TRUNCATED, "truncated"),
			top(LogField.ORIGINAL_LENGTH, "original_length"),
			top(LogField.TRACE_RESOURCE, "logging.googleapis.com/trace"),
			top(LogField.SPAN_ID, "logging.googleapis.com/spanId"),
			top(LogField.SAMPLED, "logging.googleapis.com/trace_sampled"), top(LogField.REQUEST_ID, "request_id"),
			top(LogField.HTTP_ROUTE, "http_route"), top(LogField.USER_ID, "user_id"),
			top(LogField.ERROR_TYPE, "error_type"), top(LogField.ERROR_MESSAGE, "error_message"),
			top(LogField.ERROR_HASH, "error_hash"), top(LogField.ERROR_RENDER_FAILED, "error_render_failed"),
			top(LogField.TAGS, "tags"), in(SERVICE_CONTEXT, LogField.SERVICE, "service"),
			in(SERVICE_CONTEXT, LogField.VERSION, "version"), in(LABELS, LogField.ENVIRONMENT, "environment"),
			in(LABELS, LogField.INSTANCE, "instance"), in(HTTP_REQUEST, LogField.HTTP_METHOD, "requestMethod"),
			in(HTTP_REQUEST, LogField.URL_PATH, "requestUrl"), in(HTTP_REQUEST, LogField.CLIENT_IP, "remoteIp"),
			in(HTTP_REQUEST, LogField.USER_AGENT, "userAgent"), in(SOURCE, LogField.SOURCE_FILE, "file"),
			in(SOURCE, LogField.SOURCE_LINE, "line"), in(SOURCE, LogField.SOURCE_METHOD, "function")));

	private static final FormatTable OTEL = new FormatTable(List.of(top(LogField.TIMESTAMP_NANOS, "Timestamp"),
			top(LogField.SEVERITY_NUMBER, "SeverityNumber"), top(LogField.LEVEL, "SeverityText"),
			top(LogField.MESSAGE, "Body"), top(LogField.TRACE_ID, "TraceId"), top(LogField.SPAN_ID, "SpanId"),
			top(LogField.TRACE_FLAGS_NUMBER, "TraceFlags"), in("InstrumentationScope", LogField.LOGGER, "Name"),
			in(RESOURCE, LogField.SERVICE, "service.name"),
			in(RESOURCE, LogField.ENVIRONMENT, "deployment.environment.name"),
			in(RESOURCE, LogField.VERSION, "service.version"), in(RESOURCE, LogField.INSTANCE, "service.instance.id"),
			in(ATTRIBUTES, LogField.THREAD, "thread.name"), in(ATTRIBUTES, LogField.TRUNCATED, "log.truncated"),
			in(ATTRIBUTES, LogField.ORIGINAL_LENGTH, "log.original_length"),
			in(ATTRIBUTES, LogField.REQUEST_ID, "http.request.id"),
			in(ATTRIBUTES, LogField.HTTP_METHOD, "http.request.method"),
			in(ATTRIBUTES, LogField.HTTP_ROUTE, "http.route"), in(ATTRIBUTES, LogField.URL_PATH, "url.path"),
			in(ATTRIBUTES, LogField.USER_ID, "user.id"), in(ATTRIBUTES, LogField.CLIENT_IP, "client.address"),
			in(ATTRIBUTES, LogField.USER_AGENT, "user_agent.original"),
			in(ATTRIBUTES, LogField.ERROR_TYPE, "exception.type"),
			in(ATTRIBUTES, LogField.ERROR_MESSAGE, "exception.message"),
			in(ATTRIBUTES, LogField.STACK_TRACE, "exception.stacktrace"),
			in(ATTRIBUTES, LogField.ERROR_HASH, "exception.hash"),
			in(ATTRIBUTES, LogField.ERROR_RENDER_FAILED, "exception.render_failed"),
			in(ATTRIBUTES, LogField.SOURCE_FILE, "code.file.path"),
			in(ATTRIBUTES, LogField.SOURCE_LINE, "code.line.number"),
			in(ATTRIBUTES, LogField.SOURCE_METHOD, "code.function.name"), in(ATTRIBUTES, LogField.TAGS, "log.tags")),
			ATTRIBUTES, "", "");

	/**
	 * The table of a format. {@link LogFormat#TEXT} has none of its own: where a line of
	 * JSON is asked for in spite of it, it is Sightline's.
	 */
	static FormatTable of(LogFormat format) {
		return switch (format) {
			case JSON, TEXT -> JSON;
			case ECS -> ECS;
			case LOGSTASH -> LOGSTASH;
			case GCP -> GCP;
			case OTEL -> OTEL;
		};
	}

	private static FormatTable plain(List<Entry> entries) {
		return new FormatTable(entries, null, "", "");
	}

	private static List<Entry> names(LogField... fields) {
		List<Entry> entries = new ArrayList<>();
		Arrays.stream(fields).forEach((field) -> entries.add(top(field, field.key())));
		return List.copyOf(entries);
	}

	private static Entry top(LogField field, String name) {
		return new Entry(null, name, field, null);
	}

	private static Entry in(String object, LogField field, String name) {
		return new Entry(object, name, field, null);
	}

	private static Entry constant(String name, String value) {
		return new Entry(null, name, LogField.SCHEMA, value);
	}

	/**
	 * A field of a format.
	 *
	 * @param object the object of the line that holds it, or {@code null} for the line
	 * itself
	 * @param name its name
	 * @param field what it says
	 * @param constant what it always says, if so
	 */
	record Entry(@Nullable String object, String name, LogField field, @Nullable String constant) {

		Entry withName(String name) {
			return new Entry(this.object, name, this.field, this.constant);
		}

	}

}
