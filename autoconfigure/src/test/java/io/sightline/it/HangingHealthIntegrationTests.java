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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

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
				target.registerBean("brokenHealthIndicator", HealthIndicator.class, () -> () -> {
					throw new NoClassDefFoundError("gone");
				});
			})
			.run("--server.port=0", "--server.tomcat.threads.max=10", "--spring.application.name=hanging",
					"--management.endpoint.health.show-details=always");
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
	void answersWithinTwoSecondsWhileCheckHangs() {
		long start = System.nanoTime();
		HttpResponse<String> response = get("/actuator/health").join();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2500));
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.body()).contains("\"hanging\":{\"details\":{\"reason\":\"");
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
		List<CompletableFuture<HttpResponse<String>>> probes = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			probes.add(get("/actuator/health"));
		}
		List<Duration> users = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			long start = System.nanoTime();
			assertThat(get("/work?millis=1").join().body()).isEqualTo("done");
			users.add(Duration.ofNanos(System.nanoTime() - start));
		}
		assertThat(users).allMatch((duration) -> duration.compareTo(Duration.ofSeconds(2)) < 0);
		assertThat(probes).allMatch((probe) -> probe.join().statusCode() == 503);
	}

	@Test
	void saysAtOnceThatItLives() {
		List<Duration> durations = new ArrayList<>();
		for (int i = 0; i < 51; i++) {
			long start = System.nanoTime();
			assertThat(get("/livez").join().statusCode()).isEqualTo(200);
			durations.add(Duration.ofNanos(System.nanoTime() - start));
		}
		durations.sort(null);
		assertThat(durations.get(25)).isLessThan(Duration.ofMillis(50));
	}

	@Test
	void staysReady() {
		assertThat(get("/readyz").join().statusCode()).isEqualTo(200);
	}

	private static CompletableFuture<HttpResponse<String>> get(String path) {
		String port = context.getEnvironment().getProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
		return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
	}

}
