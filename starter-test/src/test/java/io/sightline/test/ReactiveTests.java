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

import com.example.shop.ShopApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = ShopApplication.class,
		properties = { "spring.main.web-application-type=reactive", "sightline.logging.format=json",
				"management.observations.http.server.requests.name=requests" })
@AutoConfigureWebTestClient
@TelemetryTest
class ReactiveTests {

	@Test
	void collectsRequests(Telemetry telemetry, @Autowired WebTestClient client) {
		client.get().uri("/orders/reactive").exchange().expectBody(String.class).isEqualTo("reactive");
		assertThat(telemetry).hasTrace().withSpan("GET /orders/{id}").withoutErrors();
		assertThat(telemetry).hasWideEventWith("http_route", "/orders/{id}").hasRecorded("requests", 1);
	}

	@Test
	void knowsThatAllEndpointsAreInstrumented(Telemetry telemetry) {
		assertThat(telemetry).everyEndpointIsInstrumented();
	}

}
