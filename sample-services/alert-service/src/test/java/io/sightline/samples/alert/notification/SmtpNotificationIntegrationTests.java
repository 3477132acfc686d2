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

package io.sightline.samples.alert.notification;

import java.io.IOException;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.sightline.samples.common.JsonApi;
import io.sightline.samples.common.JsonApi.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.mail.host=localhost")
@ExtendWith(OutputCaptureExtension.class)
class SmtpNotificationIntegrationTests {

	private static final SmtpStub mailServer = new SmtpStub();

	private final JsonApi api;

	SmtpNotificationIntegrationTests(@LocalServerPort int port) {
		this.api = new JsonApi(port);
	}

	@DynamicPropertySource
	static void mailServer(DynamicPropertyRegistry registry) {
		registry.add("spring.mail.port", mailServer::port);
	}

	@AfterAll
	static void closeMailServer() throws IOException {
		mailServer.close();
	}

	@Test
	void sendsMail() {
		String location = take("ada@example.com").location();
		awaitStatus(location, "DELIVERED");
		assertThat(mailServer.messages()).singleElement()
			.satisfies((mail) -> assertThat(mail).contains("To: ada@example.com", "Welcome, Ada!"));
	}

	@Test
	void countsAndShowsFailure(@Autowired MeterRegistry registry, CapturedOutput output) {
		String location = take("refused@example.com").location();
		awaitStatus(location, "FAILED");
		assertThat(this.api.get(location).text("/error")).isEqualTo("MailSendException");
		assertThat(registry.get("notifications").tag("status", "FAILED").counter().count()).isEqualTo(1);
		assertThat(output).contains("was not delivered").doesNotContain("refused@example.com");
	}

	private Answer take(String recipient) {
		return this.api.post("/notifications",
				"{\"type\": \"welcome\", \"recipient\": \"%s\", \"data\": {\"name\": \"Ada\"}}".formatted(recipient));
	}

	private void awaitStatus(String location, String status) {
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.api.get(location).text("/status")).isEqualTo(status));
	}

}
