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

package io.sightline.console;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Talks to a console over HTTP.
 */
public final class ConsoleClient {

	public static final String TOKEN = "token-of-the-api-0123";

	public static final String RECEIVER_TOKEN = "token-of-the-receiver-0123";

	private static final JsonMapper mapper = new JsonMapper();

	private final HttpClient client = HttpClient.newHttpClient();

	private final int port;

	public ConsoleClient(int port) {
		this.port = port;
	}

	public URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	public HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public HttpResponse<String> ask(String path, String... parameters) {
		StringBuilder query = new StringBuilder();
		for (int i = 0; i < parameters.length; i += 2) {
			query.append((i == 0) ? '?' : '&')
				.append(encode(parameters[i]))
				.append('=')
				.append(encode(parameters[i + 1]));
		}
		return send(HttpRequest.newBuilder(uri(path + query)).header("Authorization", "Bearer " + TOKEN));
	}

	public JsonNode get(String path, String... parameters) {
		HttpResponse<String> response = ask(path, parameters);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return mapper.readTree(response.body());
	}

	public JsonNode refused(int status, String path, String... parameters) {
		HttpResponse<String> response = ask(path, parameters);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		return mapper.readTree(response.body());
	}

	public HttpResponse<String> export(String path, String type, byte[] body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
			.header("Authorization", "Bearer " + RECEIVER_TOKEN)
			.header("Content-Type", type)
			.POST(BodyPublishers.ofByteArray(body));
		for (int i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		return send(request);
	}

	public void traces(Otlp export) {
		assertThat(export("/v1/traces", "application/x-protobuf", export.traces()).statusCode()).isEqualTo(200);
	}

	public void logs(Otlp export) {
		assertThat(export("/v1/logs", "application/x-protobuf", export.logs()).statusCode()).isEqualTo(200);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
