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

import java.util.Set;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
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

	private static final String EXCEPTION = "exception";

	private static final String OUTCOME = "outcome";

	/**
	 * What becomes attributes of other names, or none.
	 */
	private static final Set<String> KEYS = Set.of(METHOD, URI, STATUS, URL, CLIENT_NAME, EXCEPTION, OUTCOME);

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
		KeyValues low = context.getLowCardinalityKeyValues();
		KeyValues high = context.getHighCardinalityKeyValues();
		Call call = Call.of(low, high);
		String method = HttpMethods.known(call.method);
		String template = template(call.uri);
		String called = HttpMethods.OTHER.equals(method) ? "HTTP" : method;
		span.updateName((template.isEmpty()) ? called : called + " " + template);
		span.setAttribute(SpanKeys.REQUEST_METHOD, method);
		if (!template.isEmpty()) {
			span.setAttribute((this.server) ? SpanKeys.ROUTE : SpanKeys.URL_TEMPLATE, template);
		}
		tagUrl(call.url, call.client, span);
		if (call.others > 0) {
			tagOthers(low, span);
			tagOthers(high, span);
		}
		tagStatus(Numbers.parse(call.status), span);
		SpanConvention.tagError(context, span);
	}

	private static void tagOthers(KeyValues keyValues, Span span) {
		for (KeyValue pair : keyValues) {
			if (!KEYS.contains(pair.getKey())) {
				span.setAttribute(pair.getKey(), pair.getValue());
			}
		}
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
	private void tagStatus(long status, Span span) {
		if (status < 0) {
			return;
		}
		span.setAttribute(SpanKeys.RESPONSE_STATUS, status);
		if (status >= ((this.server) ? 500 : 400)) {
			span.setStatus(StatusCode.ERROR);
			span.setAttribute(SpanKeys.ERROR_TYPE, Long.toString(status));
		}
	}

	/**
	 * What the key-values of Spring's say of a call, read in one go.
	 */
	private static final class Call {

		private String method = "";

		private String uri = "";

		private String status = "";

		private String url = "";

		private String client = "";

		/**
		 * How many key-values are not Spring's.
		 */
		private int others;

		static Call of(KeyValues low, KeyValues high) {
			Call call = new Call();
			for (KeyValue pair : low) {
				call.read(pair.getKey(), pair.getValue());
			}
			for (KeyValue pair : high) {
				if (URL.equals(pair.getKey())) {
					call.url = pair.getValue();
				}
				else {
					call.others++;
				}
			}
			return call;
		}

		private void read(String key, String value) {
			switch (key) {
				case METHOD -> this.method = value;
				case URI -> this.uri = value;
				case STATUS -> this.status = value;
				case CLIENT_NAME -> this.client = value;
				case URL, EXCEPTION, OUTCOME -> {
				}
				default -> this.others++;
			}
		}

	}

}
