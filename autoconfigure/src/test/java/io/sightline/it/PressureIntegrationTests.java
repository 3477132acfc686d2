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
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.example.pressure.PressureApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with a small heap, most of which it needs itself, whose telemetry nobody
 * takes: it serves, telemetry holds little, and tells all errors.
 */
class PressureIntegrationTests {

	private static final int REQUESTS = 800;

	private static final int FAILURES = 30;

	/**
	 * What waits at least, so that there is something to hold.
	 */
	private static final long WAITING = 500;

	/**
	 * What telemetry may hold under pressure. What is measured is twice as strict, and
	 * has in it what the application keeps of its first requests.
	 */
	private static final long BUDGET = 8 * 1024 * 1024;

	/**
	 * The garbage collector of the application: Serial, Parallel or G1.
	 */
	private static final String COLLECTOR = System.getProperty("pressure.collector", "Serial");

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final OtlpReceiver receiver = new OtlpReceiver();

	private final List<String> lines = new CopyOnWriteArrayList<>();

	private int port;

	@SuppressWarnings("NullAway.Init")
	private Process process;

	@AfterEach
	void stop() throws InterruptedException {
		this.receiver.goOn();
		this.process.destroy();
		assertThat(this.process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		this.receiver.close();
	}

	@Test
	void livesAndHoldsLittle() throws IOException {
		start();
		this.receiver.hang();
		send("POST", "/ballast");
		awaitPressure(true);
		long before = memory();
		work();
		assertThat(queued()).isGreaterThan(WAITING);
		assertThat(memory() - before).isLessThan(BUDGET / 2);
		JsonNode under = pressure();
		takeEverything();
		assertThat(under.at("/leftOut/log_events").intValue()).isGreaterThan(REQUESTS);
		assertThat(under.at("/leftOut/spans").intValue()).isGreaterThan(REQUESTS);
		assertThat(errors()).isEqualTo(FAILURES);
		recover();
	}

	@Test
	void holdsMoreWithoutPressure() throws IOException {
		start("--sightline.pressure.enabled=false");
		this.receiver.hang();
		send("POST", "/ballast");
		long before = memory();
		work();
		assertThat(memory() - before).isGreaterThan(BUDGET / 2);
		assertThat(report().at("/sections").has("pressure")).isFalse();
	}

	/**
	 * All requests are answered, whatever becomes of their telemetry.
	 */
	private void work() {
		IntStream.range(0, REQUESTS).parallel().forEach((i) -> assertThat(send("GET", "/work/" + i)).isEqualTo(200));
		IntStream.range(0, FAILURES).forEach((i) -> assertThat(send("GET", "/broken/" + i)).isEqualTo(500));
	}

	private void takeEverything() {
		this.receiver.goOn();
		read();
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> queued() == 0);
	}

	private void recover() {
		send("DELETE", "/ballast");
		awaitPressure(false);
		Awaitility.await().untilAsserted(() -> {
			assertThat(count("Telemetry leaves out detail, as the application is short of heap")).isOne();
			assertThat(count("Telemetry tells everything again")).isOne();
		});
	}

	private void awaitPressure(boolean high) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(pressure().toString()).contains("\"leavesOutDetail\":" + high));
	}

	private long errors() {
		return this.lines.stream()
			.filter((line) -> line.contains("\"event_type\":\"http_request\"") && line.contains("\"status_code\":500"))
			.count();
	}

	private long count(String text) {
		return this.lines.stream().filter((line) -> line.contains(text)).count();
	}

	private JsonNode pressure() {
		return report().at("/sections/pressure");
	}

	private long queued() {
		return report().at("/sections/ledgers")
			.valueStream()
			.mapToLong((ledger) -> ledger.path("queued").longValue())
			.sum();
	}

	private JsonNode report() {
		return new JsonMapper().readTree(get("/actuator/sightline"));
	}

	private long memory() {
		return Long.parseLong(get("/memory"));
	}

	private void start(String... arguments) throws IOException {
		this.port = FreePorts.next();
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx96m",
						"-XX:+Use" + COLLECTOR + "GC", "-XX:TieredStopAtLevel=1", "-XX:MetaspaceSize=128m", "-cp",
						System.getProperty("java.class.path"), PressureApplication.class.getName(),
						"--server.port=" + this.port, "--server.tomcat.threads.max=20",
						"--spring.application.name=small", "--sightline.logging.format=json",
						"--logging.level.com.example=debug", "--management.tracing.sampling.probability=0.5",
						"--management.endpoints.web.exposure.include=health,sightline",
						"--sightline.pressure.interval=100ms", "--sightline.pressure.recovery=1s",
						"--management.opentelemetry.tracing.export.otlp.endpoint=" + this.receiver.url("/v1/traces")));
		command.addAll(List.of(arguments));
		this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
		Awaitility.await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> send("GET", "/livez") == 200);
	}

	/**
	 * Reads what the application writes, which nobody did before.
	 */
	private void read() {
		Thread thread = new Thread(() -> {
			try (BufferedReader reader = this.process.inputReader(StandardCharsets.UTF_8)) {
				reader.lines().forEach(this.lines::add);
			}
			catch (IOException | UncheckedIOException ex) {
				this.lines.add("closed");
			}
		}, "output");
		thread.setDaemon(true);
		thread.start();
	}

	private int send(String method, String path) {
		return exchange(method, path).statusCode();
	}

	private String get(String path) {
		return exchange("GET", path).body();
	}

	private HttpResponse<String> exchange(String method, String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.timeout(Duration.ofMinutes(1))
			.method(method, BodyPublishers.noBody())
			.build();
		return this.client.sendAsync(request, BodyHandlers.ofString()).join();
	}

}
