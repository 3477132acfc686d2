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

import java.util.function.BiConsumer;

import io.micrometer.tracing.Span;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
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
		describe((key, value) -> builder.tag(key.getKey(), value),
				(key, value) -> builder.tag(key.getKey(), value.longValue()));
	}

	/**
	 * Put the facts on a span that is about to start, where a sampler sees them.
	 * @param builder makes the span
	 */
	public void describe(SpanBuilder builder) {
		describe(builder::setAttribute, builder::setAttribute);
	}

	private void describe(BiConsumer<AttributeKey<String>, String> texts,
			BiConsumer<AttributeKey<Long>, Long> numbers) {
		String known = HttpMethods.known(this.method);
		texts.accept(SpanKeys.REQUEST_METHOD, known);
		texts.accept(SpanKeys.URL_PATH, this.path);
		if (!known.equals(this.method)) {
			texts.accept(SpanKeys.REQUEST_METHOD_ORIGINAL,
					this.method.substring(0, Math.min(this.method.length(), LONGEST_METHOD)));
		}
		if (this.scheme != null) {
			texts.accept(SpanKeys.URL_SCHEME, this.scheme);
		}
		if (this.host != null) {
			texts.accept(SpanKeys.SERVER_ADDRESS, this.host);
			if (this.port > 0) {
				numbers.accept(SpanKeys.SERVER_PORT, (long) this.port);
			}
		}
		if (this.protocol != null) {
			texts.accept(SpanKeys.PROTOCOL_VERSION, this.protocol);
		}
	}

}
