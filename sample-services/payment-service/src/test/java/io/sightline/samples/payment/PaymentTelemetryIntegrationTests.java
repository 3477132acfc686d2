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

package io.sightline.samples.payment;

import io.sightline.samples.common.JsonApi;
import io.sightline.samples.common.JsonApi.Answer;
import io.sightline.test.Telemetry;
import io.sightline.test.TelemetryTest;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "sightline.logging.format=json")
@TelemetryTest
class PaymentTelemetryIntegrationTests {

	private final JsonApi api;

	PaymentTelemetryIntegrationTests(@LocalServerPort int port) {
		this.api = new JsonApi(port);
	}

	@Test
	void tellsPayment(Telemetry telemetry) {
		String id = pay("19.90", "1").text("/id");
		assertThat(telemetry).hasTrace().withSpan("POST /payments").withoutErrors();
		assertThat(telemetry).hasLogWith("payment_id", id)
			.hasRecorded("payment.transactions", 1, "status", "paid")
			.noOrphanRoots()
			.seriesAtMost(50);
	}

	@Test
	void takesRefusedPaymentForNoError(Telemetry telemetry) {
		pay("19.90", "5");
		assertThat(telemetry).hasTrace().withSpan("POST /payments").withoutErrors();
		assertThat(telemetry).hasWideEventWith("status_code", 402)
			.hasRecorded("payment.transactions", 1, "status", "refused");
	}

	@Test
	void keepsCardsToItself(Telemetry telemetry) {
		pay("19.90", "4111111111111111");
		this.api.get("/prices/4111-1111-1111-1111");
		assertThat(telemetry).leaksNoSecrets("4111111111111111");
	}

	@Test
	void isInstrumentedEverywhere(Telemetry telemetry) {
		assertThat(telemetry).everyEndpointIsInstrumented();
	}

	private Answer pay(String amount, String user) {
		return this.api.post("/payments",
				"{\"amount\": %s, \"currency\": \"EUR\", \"user_id\": \"%s\"}".formatted(amount, user));
	}

}
