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

package io.sightline.samples.user;

import io.sightline.samples.common.JsonApi;
import io.sightline.samples.common.JsonApi.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.http.clients.read-timeout=1s", "spring.application.name=patient-user-service" })
class LateBillingIntegrationTests {

	private static final LateBilling billing = new LateBilling();

	@DynamicPropertySource
	static void peers(DynamicPropertyRegistry registry) {
		registry.add("sample.clients.payment.url", billing::url);
	}

	@AfterAll
	static void closeBilling() {
		billing.close();
	}

	@Test
	void closesAccountThatWasOpenedAfterAll(@LocalServerPort int port, @Autowired UserRepository users) {
		Answer answer = new JsonApi(port).post("/users",
				"{\"name\": \"Late\", \"email\": \"late@example.com\", \"country\": \"DE\"}");
		assertThat(answer.status()).isEqualTo(503);
		assertThat(billing.accounts()).hasSize(1).doesNotContainValue("OPEN");
		assertThat(users.existsByEmail("late@example.com")).isFalse();
	}

}
