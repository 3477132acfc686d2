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

package io.sightline.samples.order;

import io.sightline.samples.common.JsonApi;
import io.sightline.test.Telemetry;
import io.sightline.test.TelemetryTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "sightline.logging.format=json")
@TelemetryTest
class OrderTelemetryIntegrationTests {

	private static final Shop shop = new Shop();

	private static final String ORDER = "{\"user_id\": \"123\", \"items\": [\"item1\"]}";

	private final JsonApi api;

	OrderTelemetryIntegrationTests(@LocalServerPort int port) {
		this.api = new JsonApi(port);
	}

	@DynamicPropertySource
	static void peers(DynamicPropertyRegistry registry) {
		shop.register(registry);
	}

	@AfterAll
	static void closeShop() {
		shop.close();
	}

	@BeforeEach
	void answerAsUsual(Telemetry telemetry) {
		shop.answerAsUsual();
		telemetry.peer("payment-service", shop.payment.url());
	}

	@Test
	void tellsOrderAsOneTrace(Telemetry telemetry) {
		String id = this.api.post("/orders", ORDER).text("/id");
		assertThat(telemetry).hasTrace()
			.withSpan("POST /orders")
			.calling("payment-service")
			.calling("inventory")
			.withoutErrors();
		assertThat(telemetry).hasLogWith("message", "Order " + id + " over 19.90 EUR is confirmed")
			.hasWideEventWith("http_route", "/orders")
			.hasRecorded("orders.processed", 1, "status", "confirmed")
			.noOrphanRoots();
	}

	@Test
	void tellsWhichCallFailed(Telemetry telemetry) {
		shop.payment.answer("POST /payments", 500, "{}");
		this.api.post("/orders", ORDER);
		assertThat(telemetry).hasTrace().withSpan("POST /orders").calling("payment-service").withErrors();
		assertThat(telemetry).hasWideEventWith("status_code", 503);
	}

	@Test
	void keepsCustomersToItself(Telemetry telemetry) {
		this.api.post("/orders", ORDER);
		assertThat(telemetry).leaksNoSecrets("frida@example.com").seriesAtMost(50);
	}

	@Test
	void isInstrumentedEverywhere(Telemetry telemetry) {
		assertThat(telemetry).everyEndpointIsInstrumented();
	}

}
