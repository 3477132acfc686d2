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

import com.example.shop.PaymentServer;
import com.example.shop.ShopApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = ShopApplication.class,
		properties = { "sightline.logging.format=ecs", "management.tracing.sampling.probability=0.0" })
@AutoConfigureMockMvc
@TelemetryTest
class MockMvcTests {

	@Test
	void seesOnlyWhatIsSampled(Telemetry telemetry, @Autowired MockMvcTester mvc, @Autowired PaymentServer payments) {
		telemetry.peer("payment-service", payments.url());
		mvc.post().uri("/orders?id=1&amount=1").exchange();
		assertThat(telemetry).hasRecorded("http.server.requests", 1);
		assertThat(telemetry.traces()).isEmpty();
		mvc.post().uri("/orders?id=1&amount=13").exchange();
		assertThat(telemetry).hasTrace().withSpan("POST /orders").calling("payment-service").withErrors();
		assertThat(telemetry.traces()).hasSize(1);
	}

	@Test
	void seesLinesInTheirFormat(Telemetry telemetry, @Autowired MockMvcTester mvc) {
		mvc.post().uri("/orders?id=ecs&amount=1").exchange();
		assertThat(telemetry).hasLogWith("labels.order_id", "ecs").hasLogWith("service.environment", "default");
	}

	@Test
	void knowsThatAllEndpointsAreInstrumented(Telemetry telemetry) {
		assertThat(telemetry).everyEndpointIsInstrumented();
	}

}
