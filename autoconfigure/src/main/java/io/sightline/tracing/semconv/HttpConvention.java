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

package io.sightline.tracing.semconv;

import java.util.Map;
import java.util.Set;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/**
 * Spans of HTTP requests, made of what Spring's and Micrometer's observations of servers
 * and clients have in common.
 */
final class HttpConvention implements SpanConvention {

	private static final String METHOD = "method";

	private static final String URI = "uri";

	private static final String STATUS = "status";

	private static final String URL = "http.url";

	private static final String CLIENT_NAME = "client.name";

	private static final KeyTranslation KEYS = new KeyTranslation(
			Map.<String, AttributeKey<?>>of(STATUS, SpanKeys.RESPONSE_STATUS),
			Set.of(METHOD, URI, URL, CLIENT_NAME, "exception", "outcome"));

	private final boolean server;

	/**
	 * Creates a convention.
	 * @param server whether requests are received, or sent
	 */
	HttpConvention(boolean server) {
		this.server = server;
	}

	@Override
	public boolean applies(Observation.Context context) {
		boolean direction = (this.server) ? context instanceof ReceiverContext : context instanceof SenderContext;
		return direction && SpanConvention.has(context, METHOD) && SpanConvention.has(context, URI)
				&& SpanConvention.has(context, STATUS);
	}

	@Override
	public void describe(Observation.Context context, Span span) {
		String method = HttpMethods.known(SpanConvention.value(context, METHOD));
		String template = template(SpanConvention.value(context, URI));
		String called = HttpMethods.OTHER.equals(method) ? "HTTP" : method;
		span.updateName((template.isEmpty()) ? called : called + " " + template);
		span.setAttribute(SpanKeys.REQUEST_METHOD, method);
		if (!template.isEmpty()) {
			span.setAttribute((this.server) ? SpanKeys.ROUTE : SpanKeys.URL_TEMPLATE, template);
		}
		KeyValue url = context.getHighCardinalityKeyValue(URL);
		tagUrl((url != null) ? url.getValue() : "", SpanConvention.value(context, CLIENT_NAME), span);
		KEYS.apply(context.getLowCardinalityKeyValues(), span);
		KEYS.apply(context.getHighCardinalityKeyValues(), span);
		tagOutcome(context, span);
	}

	/**
	 * The template of a path; Spring has words for a request without.
	 */
	private static String template(String uri) {
		if ("root".equals(uri)) {
			return "/";
		}
		int query = uri.indexOf('?');
		return (uri.startsWith("/")) ? uri.substring(0, (query >= 0) ? query : uri.length()) : "";
	}

	private void tagUrl(String url, String client, Span span) {
		if (this.server) {
			if (url.startsWith("/")) {
				span.setAttribute(SpanKeys.URL_PATH, url);
			}
			return;
		}
		UrlAuthority authority = UrlAuthority.of(url);
		if (authority != null) {
			span.setAttribute(SpanKeys.URL_FULL, url);
			span.setAttribute(SpanKeys.SERVER_ADDRESS, authority.host());
			span.setAttribute(SpanKeys.SERVER_PORT, (long) authority.port());
		}
		else if (!client.isEmpty() && !KeyValue.NONE_VALUE.equals(client)) {
			span.setAttribute(SpanKeys.SERVER_ADDRESS, client);
		}
	}

	/**
	 * A status from 500 is an error of a server, one from 400 also of a client's call.
	 */
	private void tagOutcome(Observation.Context context, Span span) {
		long status = Numbers.parse(SpanConvention.value(context, STATUS));
		if (status >= ((this.server) ? 500 : 400)) {
			span.setStatus(StatusCode.ERROR);
			span.setAttribute(SpanKeys.ERROR_TYPE, Long.toString(status));
		}
		SpanConvention.tagError(context, span);
	}

}
