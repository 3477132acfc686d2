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

package io.sightline.health.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DownstreamHealthIndicator}.
 */
class DownstreamHealthIndicatorTests {

	private final HttpClient client = HttpClient.newHttpClient();

	private HttpServer server;

	DownstreamHealthIndicatorTests() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
	}

	@BeforeEach
	void start() {
		this.server.createContext("/", (exchange) -> {
			String path = exchange.getRequestURI().getPath();
			boolean liveness = path.equals("/actuator/health/liveness");
			exchange.sendResponseHeaders(liveness ? 200 : Integer.parseInt(path.substring(1)), -1);
			exchange.close();
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@ParameterizedTest
	@CsvSource({ "/200,UP", "/204,UP", "/302,UP", "/399,UP", "/400,DOWN", "/404,DOWN", "/500,DOWN", "/503,DOWN" })
	void judgesByStatus(String path, String status) {
		Health health = health(path);
		assertThat(health.getStatus()).hasToString(status);
		assertThat(health.getDetails()).containsEntry("httpStatus", Integer.parseInt(path.substring(1)));
	}

	@ParameterizedTest
	@CsvSource({ "''", "/" })
	void asksForLivenessByDefault(String path) {
		Health health = health(path);
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails().get("url")).asString().endsWith("/actuator/health/liveness");
	}

	@Test
	void isDownWhenNobodyListens() {
		URI uri = uri("/200");
		this.server.stop(0);
		assertThat(health(uri).getDetails().get("error")).asString().contains("ConnectException");
	}

	@Test
	void isDownWhenNobodyAnswers() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			URI uri = URI.create("http://localhost:" + silent.getLocalPort());
			assertThat(health(uri).getDetails().get("error")).asString().contains("HttpTimeoutException");
		}
	}

	private Health health(String path) {
		return health(uri(path));
	}

	private Health health(URI uri) {
		return new DownstreamHealthIndicator(this.client, uri, Duration.ofSeconds(1)).health();
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.server.getAddress().getPort() + path);
	}

}
