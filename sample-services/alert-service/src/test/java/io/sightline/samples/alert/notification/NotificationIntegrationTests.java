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

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.sightline.samples.common.JsonApi;
import io.sightline.samples.common.JsonApi.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.task.execution.pool.core-size=1", "spring.task.execution.pool.max-size=1",
				"spring.task.execution.pool.queue-capacity=2", "spring.application.name=bounded-alert-service" })
@ExtendWith(OutputCaptureExtension.class)
class NotificationIntegrationTests {

	private static final String WELCOME = "{\"type\": \"welcome\", \"recipient\": \"ada@example.com\"}";

	private final JsonApi api;

	@MockitoSpyBean
	private EmailChannel channel;

	NotificationIntegrationTests(@LocalServerPort int port) {
		this.api = new JsonApi(port);
	}

	@Test
	void deliversToLogWithoutAddress(CapturedOutput output) {
		Answer answer = this.api.post("/notifications", WELCOME);
		assertThat(answer.status()).isEqualTo(202);
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.api.get(answer.location()).text("/status")).isEqualTo("DELIVERED"));
		assertThat(output).contains(answer.text("/id")).doesNotContain("ada@example.com");
	}

	@Test
	void refusesWhatItCannotQueue() {
		CountDownLatch release = new CountDownLatch(1);
		willAnswer((call) -> {
			release.await();
			return null;
		}).given(this.channel).send(any());
		int[] statuses = IntStream.range(0, 4).map((i) -> this.api.post("/notifications", WELCOME).status()).toArray();
		release.countDown();
		assertThat(statuses).containsExactly(202, 202, 202, 503);
	}

	@Test
	void namesMissingFields() {
		Answer answer = this.api.post("/notifications", "{\"type\": \"gossip\"}");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text("/detail")).isEqualTo("Missing or invalid: recipient, type");
		assertThat(this.api.get("/notifications/none").status()).isEqualTo(404);
	}

}
