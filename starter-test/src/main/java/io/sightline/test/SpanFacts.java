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

package io.sightline.test;

import java.util.List;
import java.util.Locale;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/**
 * What a span says, in the words of OpenTelemetry's semantic conventions and of
 * Micrometer's.
 */
final class SpanFacts {

	private static final List<String> METHODS = List.of("http.request.method", "method");

	private static final List<String> ROUTES = List.of("http.route", "uri");

	private static final List<String> STATUSES = List.of("http.response.status_code", "status");

	private static final int SERVER_ERROR = 500;

	private SpanFacts() {
	}

	/**
	 * Whether a span is called so, or is the request that it reads as, such as
	 * {@code POST /orders}.
	 */
	static boolean isNamed(SpanData span, String name) {
		String wanted = name.toLowerCase(Locale.ROOT);
		String present = span.getName().toLowerCase(Locale.ROOT);
		return present.equals(wanted) || present.equals("http " + wanted)
				|| (text(span, METHODS) + " " + text(span, ROUTES)).toLowerCase(Locale.ROOT).equals(wanted);
	}

	/**
	 * Whether a span says that something went wrong.
	 */
	static boolean isFailed(SpanData span) {
		return span.getStatus().getStatusCode() == StatusCode.ERROR
				|| span.getEvents().stream().anyMatch((event) -> event.getName().equals("exception"))
				|| status(span) >= SERVER_ERROR;
	}

	private static int status(SpanData span) {
		String status = text(span, STATUSES);
		return (status != null && status.matches("\\d{3}")) ? Integer.parseInt(status) : 0;
	}

	static @Nullable String text(SpanData span, List<String> keys) {
		for (String key : keys) {
			Object value = value(span, key);
			if (value != null) {
				return value.toString();
			}
		}
		return null;
	}

	private static @Nullable Object value(SpanData span, String key) {
		Object text = span.getAttributes().get(AttributeKey.stringKey(key));
		return (text != null) ? text : span.getAttributes().get(AttributeKey.longKey(key));
	}

}
