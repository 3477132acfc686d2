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

import io.micrometer.tracing.Span;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request when it begins.
 *
 * @param method the method as the client sent it
 * @param scheme the scheme
 * @param path the path without query
 * @param host the host that the client meant, if known
 * @param port the port that the client meant, or -1
 * @param protocol the version of HTTP, if known
 */
public record RequestFacts(String method, @Nullable String scheme, String path, @Nullable String host, int port,
		@Nullable String protocol) {

	private static final int LONGEST_METHOD = 32;

	/**
	 * Put the facts on a span that is about to start, where a sampler sees them.
	 * @param builder makes the span
	 */
	public void describe(Span.Builder builder) {
		String known = HttpMethods.known(this.method);
		builder.tag(SpanKeys.REQUEST_METHOD.getKey(), known).tag(SpanKeys.URL_PATH.getKey(), this.path);
		if (!known.equals(this.method)) {
			builder.tag(SpanKeys.REQUEST_METHOD_ORIGINAL.getKey(),
					this.method.substring(0, Math.min(this.method.length(), LONGEST_METHOD)));
		}
		if (this.scheme != null) {
			builder.tag(SpanKeys.URL_SCHEME.getKey(), this.scheme);
		}
		if (this.host != null) {
			builder.tag(SpanKeys.SERVER_ADDRESS.getKey(), this.host);
			if (this.port > 0) {
				builder.tag(SpanKeys.SERVER_PORT.getKey(), (long) this.port);
			}
		}
		if (this.protocol != null) {
			builder.tag(SpanKeys.PROTOCOL_VERSION.getKey(), this.protocol);
		}
	}

}
