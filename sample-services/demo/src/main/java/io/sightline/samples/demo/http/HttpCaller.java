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

package io.sightline.samples.demo.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Sends requests and gives back replies, whatever happens.
 */
public final class HttpCaller {

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	private final Duration timeout;

	/**
	 * Create a caller.
	 * @param timeout how long to wait for one reply
	 */
	public HttpCaller(Duration timeout) {
		this.timeout = timeout;
	}

	/**
	 * Send a GET request.
	 * @param uri where to
	 * @return what came back
	 */
	public Reply get(URI uri) {
		return send("GET", uri, null, Map.of());
	}

	/**
	 * Send a request.
	 * @param method the HTTP method
	 * @param uri where to
	 * @param json the body, {@code null} for none
	 * @param headers further request headers
	 * @return what came back
	 */
	public Reply send(String method, URI uri, @Nullable String json, Map<String, String> headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(this.timeout);
		if (json != null) {
			request.header("Content-Type", "application/json");
		}
		headers.forEach(request::header);
		request.method(method, (json != null) ? BodyPublishers.ofString(json) : BodyPublishers.noBody());
		return send(request.build());
	}

	private Reply send(HttpRequest request) {
		long start = System.nanoTime();
		try {
			return Reply.of(this.client.send(request, BodyHandlers.ofString()), since(start));
		}
		catch (IOException ex) {
			return Reply.unanswered(ex, since(start));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Reply.unanswered(ex, since(start));
		}
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

}
