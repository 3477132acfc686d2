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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application in a JVM of its own, with all that it writes from the first byte on.
 */
final class ForkedApplication implements AutoCloseable {

	private static final Pattern PORT = Pattern.compile("(?:Tomcat|Netty) started on port (\\d+)");

	private static final JsonMapper STRICT = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final List<String> output = new CopyOnWriteArrayList<>();

	private final List<String> errors = new CopyOnWriteArrayList<>();

	private final Process process;

	private ForkedApplication(Process process) {
		this.process = process;
		collect(process.getInputStream(), this.output);
		collect(process.getErrorStream(), this.errors);
	}

	static ForkedApplication start(Class<?> application, String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
						"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:MetaspaceSize=128m", "-cp",
						System.getProperty("java.class.path"), application.getName()));
		command.addAll(List.of(arguments));
		try {
			return new ForkedApplication(new ProcessBuilder(command).start()).awaitStart();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ForkedApplication awaitStart() {
		Awaitility.await()
			.atMost(Duration.ofMinutes(3))
			.until(() -> !this.process.isAlive() || contains("Sightline is on"));
		return this;
	}

	private static void collect(InputStream stream, List<String> lines) {
		Thread thread = new Thread(() -> {
			try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
				reader.lines().forEach(lines::add);
			}
			catch (IOException | UncheckedIOException ex) {
				lines.add("stream closed");
			}
		}, "forked-output");
		thread.setDaemon(true);
		thread.start();
	}

	private boolean contains(String text) {
		return this.output.stream().anyMatch((line) -> line.contains(text));
	}

	List<String> output() {
		return this.output;
	}

	List<String> errors() {
		return this.errors;
	}

	List<JsonNode> lines() {
		return this.output.stream().map(STRICT::readTree).toList();
	}

	/**
	 * The line with a message, once it is written.
	 */
	JsonNode awaitLine(String message) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> contains(message));
		return lines().stream().filter((line) -> line.path("message").asString().contains(message)).findFirst().get();
	}

	List<JsonNode> linesOf(String requestId) {
		return lines().stream().filter((line) -> requestId.equals(line.path("request_id").asString(""))).toList();
	}

	HttpResponse<String> get(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request.build());
	}

	HttpResponse<String> post(String path, String json) {
		return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json))
			.build());
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private int port() {
		return this.output.stream()
			.map(PORT::matcher)
			.filter(Matcher::find)
			.mapToInt((found) -> Integer.parseInt(found.group(1)))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Asks the process to end, as Kubernetes does. Its output stays readable.
	 */
	void terminate() {
		assertThat(this.process.toHandle().destroy()).isTrue();
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
	}

}
