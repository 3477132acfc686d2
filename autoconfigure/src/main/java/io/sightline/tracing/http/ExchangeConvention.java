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

package io.sightline.tracing.http;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Objects;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * The names and tags that Spring's clients have, so that all make one meter.
 */
final class ExchangeConvention implements ObservationConvention<Exchange> {

	static final ExchangeConvention INSTANCE = new ExchangeConvention();

	private static final String[] OUTCOMES = { "INFORMATIONAL", "SUCCESS", "REDIRECTION", "CLIENT_ERROR",
			"SERVER_ERROR" };

	@Override
	public String getName() {
		return "http.client.requests";
	}

	@Override
	public String getContextualName(Exchange exchange) {
		return "http " + exchange.request().method().toLowerCase(Locale.ROOT);
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof Exchange;
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(Exchange exchange) {
		Throwable error = exchange.getError();
		return KeyValues.of(
				KeyValue.of("client.name", Objects.requireNonNullElse(exchange.request().uri().getHost(), none())),
				KeyValue.of("exception", (error != null) ? name(error) : none()),
				KeyValue.of("method", exchange.request().method()), KeyValue.of("outcome", outcome(exchange)),
				KeyValue.of("status", status(exchange)),
				KeyValue.of("uri", Objects.requireNonNullElse(exchange.template(), none())));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(Exchange exchange) {
		return KeyValues.of("http.url", exchange.request().uri().toString());
	}

	private static String status(Exchange exchange) {
		HttpResponse<?> response = exchange.getResponse();
		return (response != null) ? Integer.toString(response.statusCode()) : "CLIENT_ERROR";
	}

	private static String outcome(Exchange exchange) {
		HttpResponse<?> response = exchange.getResponse();
		int hundreds = (response != null) ? response.statusCode() / 100 : 0;
		return (hundreds >= 1 && hundreds <= OUTCOMES.length) ? OUTCOMES[hundreds - 1] : "UNKNOWN";
	}

	private static String name(Throwable error) {
		String name = error.getClass().getSimpleName();
		return (!name.isEmpty()) ? name : error.getClass().getName();
	}

	private static String none() {
		return KeyValue.NONE_VALUE;
	}

}
