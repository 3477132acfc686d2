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

package io.sightline.console.page;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import static org.awaitility.Awaitility.await;

/**
 * A real Alertmanager on a free port.
 */
final class RealAlertmanager implements AutoCloseable {

	private static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");

	private final HttpClient client = HttpClient.newHttpClient();

	private final Process process;

	private final int port;

	private RealAlertmanager(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	static boolean isInstalled() {
		return Files.isExecutable(PROGRAM);
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	static RealAlertmanager start(int port) throws IOException {
		Path directory = Files.createTempDirectory("console-alertmanager");
		Path configuration = Files.writeString(directory.resolve("alertmanager.yml"),
				"route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
		Process process = new ProcessBuilder(PROGRAM.toString(), "--config.file=" + configuration,
				"--storage.path=" + directory.resolve("data"), "--web.listen-address=127.0.0.1:" + port,
				"--cluster.listen-address=")
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("log").toFile())
			.start();
		return new RealAlertmanager(process, port);
	}

	void send(String alerts) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/api/v2/alerts"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(alerts))
			.build();
		await().atMost(Duration.ofSeconds(20))
			.ignoreExceptionsInstanceOf(IOException.class)
			.until(() -> this.client.send(request, BodyHandlers.discarding()).statusCode() == 200);
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(5, TimeUnit.SECONDS)) {
			this.process.destroyForcibly();
		}
	}

}
