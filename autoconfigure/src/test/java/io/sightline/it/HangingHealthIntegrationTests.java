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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.example.health.HealthApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A check that reads from a socket that never answers, and ten server threads:
 * upstream-pains H1, spring-boot#43449.
 */
class HangingHealthIntegrationTests {

	/**
	 * Half of the time that the check has which is stuck.
	 */
	private static final long PATIENCE = 30;

	private static final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static ServerSocket silent;

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() throws IOException {
		silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		context = new SpringApplicationBuilder(HealthApplication.class)
			.initializers((GenericApplicationContext target) -> {
				target.registerBean("hangingHealthIndicator", HealthIndicator.class,
						HangingHealthIntegrationTests::reader);
				target.registerBean("stuckHealthIndicator", HealthIndicator.class,
						HangingHealthIntegrationTests::reader);
				target.registerBean("brokenHealthIndicator", HealthIndicator.class, () -> () -> {
					throw new NoClassDefFoundError("gone");
				});
			})
			.run("--server.port=0", "--server.tomcat.threads.max=10", "--spring.application.name=hanging",
					"--management.endpoint.health.show-details=always", "--sightline.health.checks.stuck.timeout=1m");
	}

	private static HealthIndicator reader() {
		return () -> {
			try (Socket socket = new Socket(silent.getInetAddress(), silent.getLocalPort())) {
				return Health.up().withDetail("read", socket.getInputStream().read()).build();
			}
			catch (IOException ex) {
				return Health.down(ex).build();
			}
		};
	}

	@AfterAll
	static void stop() throws IOException {
		silent.close();
		context.close();
	}

	@Test
	void answersBeforeTheTimeOfTheCheckIsUp() {
		HttpResponse<String> response = get("/actuator/health").orTimeout(PATIENCE, TimeUnit.SECONDS).join();
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.body()).contains("\"stuck\":{\"details\":{\"reason\":\"pending\"}");
	}

	@Test
	void saysThatCheckHangs() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(15))
			.untilAsserted(
					() -> assertThat(get("/actuator/health").join().body()).contains("no answer within 5000 ms"));
	}

	@Test
	void isDownInsteadOfAnErrorWhenCheckThrows() {
		Awaitility.await()
			.untilAsserted(() -> assertThat(get("/actuator/health").join().body())
				.contains("java.lang.NoClassDefFoundError: gone"));
	}

	@Test
	void servesUsersDuringHundredProbes() {
		List<CompletableFuture<HttpResponse<String>>> probes = probe("/actuator/health");
		for (int i = 0; i < 20; i++) {
			assertThat(get("/work?millis=1").orTimeout(PATIENCE, TimeUnit.SECONDS).join().body()).isEqualTo("done");
		}
		assertThat(probes).allMatch((probe) -> probe.join().statusCode() == 503);
	}

	@Test
	void livesWhateverIsAsked() {
		List<CompletableFuture<HttpResponse<String>>> probes = probe("/actuator/health");
		for (int i = 0; i < 20; i++) {
			assertThat(get("/livez").orTimeout(PATIENCE, TimeUnit.SECONDS).join().statusCode()).isEqualTo(200);
		}
		assertThat(probes).allMatch((probe) -> probe.join().statusCode() == 503);
	}

	@Test
	void staysReady() {
		assertThat(get("/readyz").join().statusCode()).isEqualTo(200);
	}

	private static List<CompletableFuture<HttpResponse<String>>> probe(String path) {
		return IntStream.range(0, 100).mapToObj((i) -> get(path).orTimeout(PATIENCE, TimeUnit.SECONDS)).toList();
	}

	private static CompletableFuture<HttpResponse<String>> get(String path) {
		String port = context.getEnvironment().getProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
		return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
	}

}
