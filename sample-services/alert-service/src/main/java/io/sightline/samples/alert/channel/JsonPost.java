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

package io.sightline.samples.alert.channel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts JSON. Uses a client that nothing observes, as the addresses of webhooks are
 * secrets that must not become attributes of spans.
 */
final class JsonPost {

	private static final int TOO_MANY_REQUESTS = 429;

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

	private final JsonMapper mapper = new JsonMapper();

	private final HttpClient client;

	private final Duration timeout;

	JsonPost(Duration timeout) {
		this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
		this.timeout = timeout;
	}

	void send(URI uri, Map<String, Object> body) throws DeliveryException {
		HttpRequest request = HttpRequest.newBuilder(uri)
			.timeout(this.timeout)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofByteArray(this.mapper.writeValueAsBytes(body)))
			.build();
		try {
			check(this.client.send(request, BodyHandlers.discarding()));
		}
		catch (IOException ex) {
			throw DeliveryException.temporary(ex.getClass().getSimpleName(), null);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw DeliveryException.permanent("Interrupted");
		}
	}

	private static void check(HttpResponse<?> response) throws DeliveryException {
		int status = response.statusCode();
		if (status >= 500 || status == TOO_MANY_REQUESTS) {
			throw DeliveryException.temporary("HTTP " + status,
					retryAfter(response.headers().firstValue("Retry-After")));
		}
		if (status >= 300) {
			throw DeliveryException.permanent("HTTP " + status);
		}
	}

	private static @Nullable Duration retryAfter(Optional<String> header) {
		return header.filter((value) -> value.matches("\\d{1,6}"))
			.map((value) -> Duration.ofSeconds(Long.parseLong(value)))
			.map((wait) -> (wait.compareTo(LONGEST_WAIT) > 0) ? LONGEST_WAIT : wait)
			.orElse(null);
	}

}
