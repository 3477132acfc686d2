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

package io.sightline.health.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether a service that the application calls answers. A URL without a path is asked for
 * Boot's liveness: asking for more would let services pull each other down.
 */
public final class DownstreamHealthIndicator implements HealthIndicator {

	private static final String LIVENESS = "/actuator/health/liveness";

	private final HttpClient client;

	private final URI uri;

	private final Duration timeout;

	/**
	 * Creates an indicator.
	 * @param client sends the requests, does not follow redirects
	 * @param url where the service is asked
	 * @param timeout how long an answer may take
	 */
	public DownstreamHealthIndicator(HttpClient client, URI url, Duration timeout) {
		this.client = client;
		this.uri = hasPath(url) ? url : url.resolve(LIVENESS);
		this.timeout = timeout;
	}

	@Override
	public Health health() {
		Health.Builder health = Health.up().withDetail("url", this.uri);
		try {
			HttpRequest request = HttpRequest.newBuilder(this.uri).timeout(this.timeout).build();
			int status = this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
			health.withDetail("httpStatus", status);
			return (isAnswer(status) ? health : health.down().withDetail("reason", "answered HTTP " + status)).build();
		}
		catch (IOException ex) {
			return health.down(ex).build();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return health.down(ex).build();
		}
	}

	private static boolean isAnswer(int status) {
		return status >= 200 && status < 400;
	}

	private static boolean hasPath(URI url) {
		return url.getRawPath() != null && !url.getRawPath().isEmpty() && !"/".equals(url.getRawPath());
	}

}
