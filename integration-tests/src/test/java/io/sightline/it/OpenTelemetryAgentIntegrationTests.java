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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import com.example.secured.SecuredApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application under OpenTelemetry's real agent, which prints the spans it makes.
 */
class OpenTelemetryAgentIntegrationTests {

	private static final Path AGENT = Path.of("target", "agent", "agent.jar").toAbsolutePath();

	private static final String SERVER_SPAN = "SERVER [tracer:";

	@TempDir
	static Path directory;

	private static final HttpClient client = HttpClient.newHttpClient();

	private static Process process;

	private static int port;

	@BeforeAll
	static void start() throws IOException {
		port = FreePorts.next();
		process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m",
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:MetaspaceSize=128m", "-javaagent:" + AGENT,
				"-Dotel.traces.exporter=logging", "-Dotel.metrics.exporter=none", "-Dotel.logs.exporter=none", "-cp",
				System.getProperty("java.class.path"), SecuredApplication.class.getName(), "--server.port=" + port,
				"--spring.application.name=agent", "--spring.security.user.name=ops",
				"--spring.security.user.password=ops", "--management.health.redis.enabled=false",
				"--management.health.rabbit.enabled=false", "--sightline.logging.format=json")
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("output").toFile())
			.start();
		Awaitility.await()
			.atMost(Duration.ofMinutes(4))
			.until(() -> output().stream().anyMatch((line) -> line.contains("Sightline is on")));
	}

	@AfterAll
	static void stop() {
		process.destroyForcibly().onExit().join();
	}

	@Test
	void saysInOneLineWhoOwnsTheSpans() {
		assertThat(output()).filteredOn((line) -> line.contains("OpenTelemetry agent makes the spans")).hasSize(1);
	}

	@Test
	void makesOneServerSpanARequestAndTellsItsIds() throws IOException, InterruptedException {
		long before = output().stream().filter((line) -> line.contains(SERVER_SPAN)).count();
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/work"))
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString("ops:ops".getBytes(StandardCharsets.UTF_8)))
			.header("X-Request-ID", "of-the-agent")
			.build();
		assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> output().stream().anyMatch((line) -> line.contains("'GET /work'")));
		List<String> spans = output().stream().filter((line) -> line.contains(SERVER_SPAN)).toList();
		assertThat(spans).hasSize((int) before + 1);
		String traceId = spans.get(spans.size() - 1).replaceAll(".*'GET /work' : ([0-9a-f]{32}) .*", "$1");
		assertThat(output()).filteredOn((line) -> line.contains("\"of-the-agent\""))
			.isNotEmpty()
			.allSatisfy((line) -> assertThat(line).contains("\"trace_id\":\"" + traceId + '"'));
	}

	private static List<String> output() {
		try {
			return Files.readString(directory.resolve("output"), StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
