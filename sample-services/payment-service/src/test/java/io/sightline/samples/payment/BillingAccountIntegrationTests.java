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

import java.util.UUID;

import io.sightline.samples.common.JsonApi;
import io.sightline.samples.common.JsonApi.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BillingAccountIntegrationTests {

	private final JsonApi api;

	private final String id = "billing-" + UUID.randomUUID();

	BillingAccountIntegrationTests(@LocalServerPort int port) {
		this.api = new JsonApi(port);
	}

	@Test
	void opensAccountWithIdOfClientOnce() {
		Answer first = open("u-1");
		assertThat(first.status()).isEqualTo(201);
		assertThat(first.text("/id")).isEqualTo(this.id);
		assertThat(open("u-1").body()).isEqualTo(first.body());
	}

	@Test
	void refusesAccountOfSomebodyElse() {
		open("u-1");
		assertThat(open("u-2").status()).isEqualTo(409);
	}

	@Test
	void neverOpensAccountThatWasClosedBefore() {
		assertThat(close().status()).isEqualTo(204);
		assertThat(close().status()).isEqualTo(204);
		assertThat(open("late").status()).isEqualTo(409);
		assertThat(status()).isEqualTo("CLOSED");
	}

	@Test
	void opensNoAccountAgain() {
		open("u-1");
		close();
		assertThat(open("u-1").status()).isEqualTo(409);
		assertThat(status()).isEqualTo("CLOSED");
	}

	@Test
	void knowsNoStrangers() {
		assertThat(this.api.get("/billing-accounts/none").status()).isEqualTo(404);
		assertThat(this.api.delete("/billing-accounts/" + "x".repeat(65)).status()).isEqualTo(400);
	}

	private Answer open(String user) {
		return this.api.post("/billing-accounts", "{\"user_id\": \"%s\", \"id\": \"%s\"}".formatted(user, this.id));
	}

	private Answer close() {
		return this.api.delete("/billing-accounts/" + this.id);
	}

	private String status() {
		return this.api.get("/billing-accounts/" + this.id).text("/status");
	}

}
