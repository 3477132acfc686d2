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
package io.sightline.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * An application on a port of its own, and what a client gets from it.
 *
 * @param context the application
 */
record RunningApplication(ConfigurableApplicationContext context) implements AutoCloseable {

	static final RunningApplication NONE = new RunningApplication(new GenericApplicationContext());

	private static final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	static RunningApplication start(Class<?> application, String... arguments) {
		return new RunningApplication(new SpringApplicationBuilder(application)
			.properties("server.port=0", "management.health.rabbit.enabled=false")
			.run(arguments));
	}

	HttpResponse<String> get(String path) {
		return get("local.server.port", path);
	}

	/**
	 * Asks the port that the property tells.
	 */
	HttpResponse<String> get(String port, String path) {
		return send(request(port, path));
	}

	/**
	 * Asks as a user whose password is the name.
	 */
	HttpResponse<String> getAs(String user, String path) {
		String credentials = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
		return send(request("local.server.port", path).header("Authorization", "Basic " + credentials));
	}

	private HttpRequest.Builder request(String port, String path) {
		return HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.context.getEnvironment().getProperty(port) + path));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

}
