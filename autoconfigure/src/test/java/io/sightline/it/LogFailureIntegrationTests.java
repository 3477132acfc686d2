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
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.example.servlet.ServletApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application in a JVM of its own whose log cannot be written: it serves, counts what
 * is lost, and says so when the log can be written again.
 */
@EnabledOnOs(OS.LINUX)
class LogFailureIntegrationTests {

	private static final int REQUESTS = 600;

	/**
	 * No file can grow beyond, in bytes, as if the disk were full.
	 */
	private static final int MAX_FILE = 200 * 512;

	private static final List<String> LIMITED = List.of("sh", "-c", "ulimit -S -f 200; exec \"$@\"", "sh");

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	private int port;

	@SuppressWarnings("NullAway.Init")
	private Process process;

	@AfterEach
	void stop() throws InterruptedException {
		this.process.destroy();
		assertThat(this.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void servesWhileNobodyReadsItsOutput() throws IOException, InterruptedException {
		start(List.of(), Redirect.PIPE, "--sightline.logging.async.queue-size=64",
				"--sightline.logging.async.max-wait=10ms");
		for (int i = 0; i < REQUESTS; i++) {
			assertThat(get("/orders/" + i).statusCode()).isEqualTo(200);
		}
		try (BufferedReader output = this.process.inputReader(StandardCharsets.UTF_8)) {
			String line = output.readLine();
			while (!line.contains("Log lines were lost")) {
				assertThat(line).startsWith("{").endsWith("}");
				line = output.readLine();
			}
			assertThat(line).containsPattern("INFO \\d+");
		}
	}

	@Test
	void servesWhileTheDiskIsFullAndResumes() throws IOException, InterruptedException {
		Path log = this.directory.resolve("app.log");
		start(LIMITED, Redirect.DISCARD, "--logging.file.name=" + log);
		for (int i = 0; i < REQUESTS; i++) {
			assertThat(get("/orders/" + i).statusCode()).isEqualTo(200);
		}
		assertThat(Files.size(log)).isLessThanOrEqualTo(MAX_FILE);
		assertThat(
				new ProcessBuilder("prlimit", "--pid", String.valueOf(this.process.pid()), "--fsize=unlimited").start()
					.waitFor())
			.isZero();
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
			get("/orders/1");
			return Files.readString(log).contains("Log lines were lost");
		});
		assertThat(Files.readAllLines(this.directory.resolve("errors.txt")))
			.filteredOn((line) -> line.contains("ERROR"))
			.hasSizeBetween(1, 6);
	}

	private void start(List<String> wrapper, Redirect output, String... arguments) throws IOException {
		this.port = FreePorts.next();
		List<String> command = new ArrayList<>(wrapper);
		command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:MetaspaceSize=128m", "-cp",
				System.getProperty("java.class.path"), ServletApplication.class.getName(), "--server.port=" + this.port,
				"--spring.application.name=mute"));
		command.addAll(List.of(arguments));
		this.process = new ProcessBuilder(command).redirectOutput(output)
			.redirectError(this.directory.resolve("errors.txt").toFile())
			.start();
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.ignoreExceptions()
			.until(() -> get("/livez").statusCode() == 200);
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		URI uri = URI.create("http://127.0.0.1:" + this.port + path);
		return this.client.send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

}
