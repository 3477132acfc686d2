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

package io.sightline.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.example.shop.ShopApplication;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told after the client has its response is waited for, also by what looks for
 * nothing in particular.
 */
@SpringBootTest(classes = { ShopApplication.class, LateEndsTests.LateConfiguration.class },
		webEnvironment = WebEnvironment.RANDOM_PORT, properties = "sightline.logging.format=json")
@AutoConfigureRestTestClient
@TelemetryTest
class LateEndsTests {

	private final RestTestClient client;

	private final LateController controller;

	LateEndsTests(@Autowired RestTestClient client, @Autowired LateController controller) {
		this.client = client;
		this.controller = controller;
	}

	@Test
	void waitsForSpan(Telemetry telemetry) {
		getAndGoOnLater();
		assertThat(telemetry.traces()).hasSize(1);
	}

	@Test
	void waitsForLines(Telemetry telemetry) {
		getAndGoOnLater();
		assertThat(telemetry.lines()).extracting((line) -> line.fields().get("message")).contains("Went on");
	}

	@Test
	void waitsForWideEvent(Telemetry telemetry) {
		getAndGoOnLater();
		assertThat(telemetry.wideEvents()).hasSize(1);
	}

	@Test
	void waitsForRecordings(Telemetry telemetry) {
		getAndGoOnLater();
		assertThat(telemetry.recordings())
			.anyMatch((recording) -> recording.meter().getName().equals("http.server.requests"));
	}

	@Test
	void looksForSecretsInWhatComesLate(Telemetry telemetry) {
		getAndGoOnLater();
		assertThat(Failures.message(() -> assertThat(telemetry).leaksNoSecrets("GET /late 200")))
			.contains("field 'message' of a log line: GET /late 200");
	}

	private void getAndGoOnLater() {
		this.client.get().uri("/late").exchange().expectBody(String.class).isEqualTo("done");
		CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(this.controller.gate::release);
	}

	/**
	 * Adds the controller to the shop.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class LateConfiguration {

		@Bean
		LateController lateController() {
			return new LateController();
		}

	}

	/**
	 * Answers, and goes on when it is let.
	 */
	@RestController
	static class LateController {

		private static final Logger logger = LoggerFactory.getLogger(LateController.class);

		private final Semaphore gate = new Semaphore(0);

		@GetMapping("/late")
		void answer(HttpServletResponse response) throws IOException, InterruptedException {
			byte[] body = "done".getBytes(StandardCharsets.UTF_8);
			response.setContentLength(body.length);
			response.getOutputStream().write(body);
			response.flushBuffer();
			this.gate.acquire();
			logger.info("Went on");
		}

	}

}
