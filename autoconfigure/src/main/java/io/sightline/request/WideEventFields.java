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

package io.sightline.request;

import java.util.Map;
import java.util.Set;

import io.sightline.context.OwnValue;
import io.sightline.context.RequestContext;
import io.sightline.context.WideEvent;
import io.sightline.context.WorkCounters;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The fields of a wide event. What the application adds under the name of one of ours is
 * written under another.
 */
final class WideEventFields {

	private static final Set<String> OURS = Set.of("event_type", "work_name", "status_code", "outcome", "duration_ms",
			"request_length", "content_length", "db_query_count", "db_duration_ms", "http_client_count",
			"http_client_duration_ms", "log_error_count", "log_warn_count", "uptime_seconds");

	private static final int MAX_ERROR_LENGTH = 1024;

	private LoggingEventBuilder builder;

	WideEventFields(LoggingEventBuilder builder) {
		this.builder = builder;
	}

	WideEventFields add(String name, Object value) {
		this.builder = this.builder.addKeyValue(name, value);
		return this;
	}

	/**
	 * Adds a number of bytes or a status, if known.
	 */
	WideEventFields addKnown(String name, long value, long unknown) {
		return (value > unknown) ? add(name, value) : this;
	}

	WideEventFields error(@Nullable Throwable error) {
		if (error == null) {
			return this;
		}
		add("error_type", new OwnValue(error.getClass().getName()));
		String message = message(error);
		return (message != null) ? add("error_message", new OwnValue(message)) : this;
	}

	private static @Nullable String message(Throwable error) {
		try {
			String message = error.getMessage();
			return (message != null && message.length() > MAX_ERROR_LENGTH) ? message.substring(0, MAX_ERROR_LENGTH)
					: message;
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	WideEventFields counters(WorkCounters counters) {
		if (counters.dbQueries() > 0) {
			add("db_query_count", counters.dbQueries());
			add("db_duration_ms", millis(counters.dbNanos()));
		}
		if (counters.httpClientCalls() > 0) {
			add("http_client_count", counters.httpClientCalls());
			add("http_client_duration_ms", millis(counters.httpClientNanos()));
		}
		add("log_error_count", counters.logErrors());
		return add("log_warn_count", counters.logWarnings());
	}

	WideEventFields attributes(WideEvent event) {
		for (Map.Entry<String, Object> attribute : event.attributes().entrySet()) {
			String name = attribute.getKey();
			add(OURS.contains(name) ? "app_" + name : name, attribute.getValue());
		}
		return this;
	}

	void log(String message) {
		this.builder.log(message);
	}

	/**
	 * Milliseconds, to the microsecond.
	 */
	static double millis(long nanos) {
		return Math.round(nanos / 1_000.0) / 1_000.0;
	}

	/**
	 * The request in a few words.
	 */
	static String summary(RequestContext request, RequestResult result, long nanos) {
		String route = request.route();
		long tenths = Math.round(nanos / 100_000.0);
		return request.method() + ' ' + ((route != null) ? route : request.path()) + ' '
				+ ((result.status() > 0) ? String.valueOf(result.status()) : "-") + ' ' + tenths / 10 + '.'
				+ tenths % 10 + " ms" + (result.aborted() ? " (client went away)" : "");
	}

}
