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

package io.sightline.console.sources;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.sightline.console.api.SourceException;
import io.sightline.console.fetch.BoundedBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks one place over HTTP, within a time and up to a size. When it fails, it is left
 * alone for a while, so that nobody waits for it again and again. Thread-safe.
 */
final class Remote {

	private static final Logger log = LoggerFactory.getLogger(Remote.class);

	private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

	private static final JsonMapper json = new JsonMapper();

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private final String name;

	private final String url;

	private final String authorization;

	private final Duration timeout;

	private final int maxAnswer;

	private boolean failing;

	private long failedAt;

	Remote(String name, SourceProperties.Place place, SourceProperties properties) {
		this.name = name;
		this.url = place.url().endsWith("/") ? place.url().substring(0, place.url().length() - 1) : place.url();
		this.authorization = place.authorization();
		this.timeout = properties.timeout();
		this.maxAnswer = (int) properties.maxAnswer().toBytes();
	}

	/**
	 * Ask.
	 * @param path the path
	 * @param parameters the parameters, of which empty ones are left out
	 * @return the answer; a missing node if there is no such thing
	 * @throws SourceException if there is no answer
	 */
	JsonNode get(String path, Map<String, String> parameters) throws SourceException {
		String query = parameters.entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().isEmpty())
			.map((entry) -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
			.collect(Collectors.joining("&"));
		return send(path + (query.isEmpty() ? "" : "?" + query), HttpRequest.Builder::GET);
	}

	/**
	 * Ask with a body.
	 * @param path the path
	 * @param question the body
	 * @return the answer; a missing node if there is no such thing
	 * @throws SourceException if there is no answer
	 */
	JsonNode post(String path, Map<String, Object> question) throws SourceException {
		byte[] body = json.writeValueAsBytes(question);
		return send(path,
				(request) -> request.header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body)));
	}

	private HttpRequest request(String path, UnaryOperator<HttpRequest.Builder> method) throws IOException {
		try {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.url + path))
				.timeout(this.timeout)
				.header("Accept", "application/json");
			return method
				.apply(this.authorization.isEmpty() ? request : request.header("Authorization", this.authorization))
				.build();
		}
		catch (IllegalArgumentException ex) {
			// Its text has the header that is wrong, so neither it nor a cause is told.
			throw new IOException("cannot be asked: its address or authorization make no request");
		}
	}

	private JsonNode send(String path, UnaryOperator<HttpRequest.Builder> method) throws SourceException {
		refuseInVain();
		try {
			HttpResponse<byte[]> response = exchange(request(path, method));
			if (isAboutTheQuestion(response.statusCode())) {
				succeeded();
				throw new SourceException("refuses the question with status " + response.statusCode());
			}
			JsonNode answer = read(response);
			succeeded();
			return answer;
		}
		catch (IOException ex) {
			throw failed(String.valueOf(ex.getMessage()), ex);
		}
		catch (JacksonException ex) {
			throw failed("answers what is not JSON", ex);
		}
	}

	private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
		CompletableFuture<HttpResponse<byte[]>> exchange = this.client.sendAsync(request,
				(response) -> new BoundedBody(this.maxAnswer));
		try {
			return exchange.get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new IOException("does not answer in " + this.timeout.toMillis() + " ms", ex);
		}
		catch (ExecutionException ex) {
			throw new IOException("does not answer: " + reason(ex), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("is not waited for", ex);
		}
		finally {
			exchange.cancel(true);
		}
	}

	private static String reason(ExecutionException ex) {
		Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
		return (cause.getMessage() != null) ? cause.getMessage() : cause.getClass().getSimpleName();
	}

	/** Others may ask something else at once, unless nobody is let in. */
	private static boolean isAboutTheQuestion(int status) {
		return status >= 400 && status < 500 && status != 401 && status != 403 && status != 404 && status != 429;
	}

	private static JsonNode read(HttpResponse<byte[]> response) throws IOException {
		if (response.statusCode() == 404) {
			return json.missingNode();
		}
		if (response.statusCode() != 200) {
			throw new IOException("answers with status " + response.statusCode());
		}
		return json.readTree(response.body());
	}

	private synchronized void refuseInVain() throws SourceException {
		if (this.failing && System.nanoTime() - this.failedAt < PAUSE_NANOS) {
			throw new SourceException("did not answer a moment ago, and is asked again soon");
		}
	}

	private synchronized void succeeded() {
		if (this.failing) {
			this.failing = false;
			log.info("{} at {} answers again", this.name, this.url);
		}
	}

	private synchronized SourceException failed(String problem, Exception cause) {
		if (!this.failing) {
			log.warn("{} at {} {}; said once until it answers again", this.name, this.url, problem);
		}
		this.failing = true;
		this.failedAt = System.nanoTime();
		return new SourceException(problem, cause);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
