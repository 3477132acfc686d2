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

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.micrometer.observation.transport.RequestReplySenderContext;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer. Requests cannot be changed, so that headers go to a copy.
 */
final class Exchange extends RequestReplySenderContext<HttpRequest.Builder, HttpResponse<?>> {

	private final HttpRequest request;

	private final HttpRequest.Builder copy;

	private final @Nullable String template;

	Exchange(HttpRequest request, @Nullable String template) {
		super((carrier, name, value) -> {
			if (carrier != null) {
				carrier.setHeader(name, value);
			}
		});
		this.request = request;
		this.template = template;
		this.copy = HttpRequest.newBuilder(request, (name, value) -> true);
		setCarrier(this.copy);
	}

	HttpRequest request() {
		return this.request;
	}

	@Nullable String template() {
		return this.template;
	}

	HttpRequest outgoing() {
		return this.copy.build();
	}

}
