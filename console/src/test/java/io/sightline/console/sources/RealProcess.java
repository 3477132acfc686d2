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

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import static org.awaitility.Awaitility.await;

/**
 * A real server in a process of its own.
 */
final class RealProcess implements AutoCloseable {

	private static final HttpClient client = HttpClient.newHttpClient();

	private final Process process;

	private final int port;

	private RealProcess(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	static boolean hasPrometheus() {
		return Files.isExecutable(Path.of("/usr/bin/prometheus"));
	}

	static RealProcess zipkin() throws IOException {
		int port = freePort();
		String jar = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> entry.contains("zipkin-server"))
			.findFirst()
			.orElseThrow();
		return start(port, "/health",
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
						"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar, "--armeria.ports[0].ip=127.0.0.1",
						"--armeria.ports[0].port=" + port, "--armeria.ports[0].protocols[0]=http"));
	}

	static RealProcess prometheus(Path directory) throws IOException {
		int port = freePort();
		Path configuration = directory.resolve("prometheus.yml");
		Files.writeString(configuration, """
				global: {scrape_interval: 1s}
				scrape_configs: [{job_name: itself, static_configs: [{targets: ["127.0.0.1:%d"]}]}]
				""".formatted(port));
		return start(port, "/-/ready", List.of("/usr/bin/prometheus", "--config.file=" + configuration,
				"--storage.tsdb.path=" + directory.resolve("data"), "--web.listen-address=127.0.0.1:" + port));
	}

	private static RealProcess start(int port, String health, List<String> command) throws IOException {
		File log = Files.createTempFile("console-source", ".log").toFile();
		RealProcess process = new RealProcess(
				new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start(), port);
		await().atMost(Duration.ofSeconds(60)).until(() -> process.answers(health));
		return process;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	String url() {
		return "http://127.0.0.1:" + this.port;
	}

	private boolean answers(String path) {
		try {
			return send(HttpRequest.newBuilder(URI.create(url() + path)).build()).statusCode() == 200;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	HttpResponse<String> post(String path, String json) {
		return send(HttpRequest.newBuilder(URI.create(url() + path))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json))
			.build());
	}

	private static HttpResponse<String> send(HttpRequest request) {
		try {
			return client.send(request, HttpResponse.BodyHandlers.ofString());
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
		this.process.destroy();
	}

}
