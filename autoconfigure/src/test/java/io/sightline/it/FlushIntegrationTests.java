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
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import com.example.health.HealthApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Telemetry goes last when a process is asked to end, and whoever receives it cannot hold
 * the process back.
 */
class FlushIntegrationTests {

	private static final String ENDED = "Ended in";

	@Test
	void deliversWhatRequestInFlightMade() {
		try (OtlpReceiver collector = new OtlpReceiver();
				ForkedApplication application = start(collector.url("/v1/traces"), collector.url("/text"))) {
			CompletableFuture<String> inFlight = CompletableFuture
				.supplyAsync(() -> application.get("/work?millis=4000").body());
			awaitActive(application);
			application.terminate();
			assertThat(inFlight.join()).isEqualTo("done");
			awaitEnd(application);
			assertThat(collector.spanNames()).contains("GET /work");
			assertThat(collector.texts()).anyMatch((metrics) -> metrics.contains("/work"));
			assertThat(application.awaitLine(ENDED).path("level").asString()).isEqualTo("INFO");
		}
	}

	@Test
	void endsInTimeAndTellsTheLossWhenNobodyAnswers() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			String url = "http://127.0.0.1:" + silent.getLocalPort();
			try (ForkedApplication application = start(url, url)) {
				application.get("/work?millis=1");
				application.terminate();
				awaitEnd(application);
				JsonNode last = application.lines().get(application.lines().size() - 1);
				assertThat(last.path("message").asString()).startsWith(ENDED).endsWith("1 spans");
				assertThat(last.path("level").asString()).isEqualTo("WARN");
				assertThat(last.path("shutdown_ms").asLong()).isBetween(1000L, 9000L);
			}
		}
	}

	private static ForkedApplication start(String traces, String metrics) {
		return ForkedApplication.start(HealthApplication.class, "--server.port=0", "--spring.application.name=flush",
				"--management.opentelemetry.tracing.export.otlp.endpoint=" + traces,
				"--management.otlp.metrics.export.url=" + metrics);
	}

	private static void awaitActive(ForkedApplication application) {
		Pattern two = Pattern.compile("http_server_active_requests\\{.*} 2\\.0");
		Awaitility.await()
			.pollInterval(Duration.ofMillis(50))
			.until(() -> two.matcher(application.get("/actuator/prometheus").body()).find());
	}

	private static void awaitEnd(ForkedApplication application) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !application.isAlive());
	}

}
