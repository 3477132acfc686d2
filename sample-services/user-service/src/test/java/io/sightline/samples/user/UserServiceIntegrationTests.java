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

import java.util.UUID;

import io.sightline.samples.common.JsonApi;
import io.sightline.samples.common.JsonApi.Answer;
import io.sightline.samples.common.StubPeer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class UserServiceIntegrationTests {

	private static final StubPeer peer = new StubPeer();

	private final JsonApi api;

	private final JdbcClient database;

	UserServiceIntegrationTests(@LocalServerPort int port, @Autowired JdbcClient database) {
		this.api = new JsonApi(port);
		this.database = database;
	}

	@DynamicPropertySource
	static void peers(DynamicPropertyRegistry registry) {
		registry.add("sample.clients.order.url", peer::url);
		registry.add("sample.clients.payment.url", peer::url);
		registry.add("sample.clients.notification.url", peer::url);
	}

	@AfterAll
	static void closePeer() {
		peer.close();
	}

	@BeforeEach
	void answerAsUsual() {
		peer.reset()
			.answer("GET /orders/user/123", 200, """
					[{"id": "o1", "status": "CONFIRMED", "amount": 19.90, "currency": "EUR",
					  "created_at": "2026-01-02T03:04:05Z", "items": [{"item_id": "item1", "quantity": 1}]}]""")
			.answer("POST /billing-accounts", 201, "{}")
			.answer("DELETE /billing-accounts/billing-.*", 204, "")
			.answer("POST /notifications", 202, "{}");
	}

	@Test
	void showsUserWithOrders() {
		Answer answer = this.api.get("/users/123");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text("/name")).isEqualTo("Frida Holm");
		assertThat(answer.text("/orders/0/items/0/item_id")).isEqualTo("item1");
		assertThat(answer.text("/degraded")).isEqualTo("false");
	}

	@Test
	void showsUserWithoutOrdersWhenOrderServiceFails() {
		peer.answer("GET /orders/user/123", 500, "{}");
		Answer answer = this.api.get("/users/123");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body().at("/orders").isEmpty()).isTrue();
		assertThat(answer.text("/degraded")).isEqualTo("true");
	}

	@Test
	void showsProfileWithoutAskingForOrders() {
		assertThat(this.api.get("/users/123/profile").text("/email")).isEqualTo("frida@example.com");
		assertThat(peer.calls(".*")).isEmpty();
	}

	@Test
	void knowsNoStrangers() {
		assertThat(this.api.get("/users/999").status()).isEqualTo(404);
		assertThat(this.api.get("/users/999/profile").text("/detail")).isEqualTo("User 999 does not exist");
	}

	@Test
	void registersUser() {
		Answer answer = register("new");
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.text("/degraded")).isEqualTo("false");
		assertThat(this.api.get(answer.location()).text("/name")).isEqualTo("New User");
		assertThat(peer.calls("POST /notifications")).singleElement()
			.satisfies((call) -> assertThat(call.body()).contains("welcome", "new@example.com"));
	}

	@Test
	void registersUserWithoutWelcome() {
		peer.answer("POST /notifications", 500, "{}");
		Answer answer = register("unwelcome");
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.text("/degraded")).isEqualTo("true");
	}

	@Test
	void storesNobodyWhenBillingFails() {
		peer.answer("POST /billing-accounts", 500, "{}");
		Answer answer = register("unbilled");
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.text("/peer")).isEqualTo("payment-service");
		assertThat(count("unbilled@example.com")).isZero();
		assertThat(peer.calls("DELETE /billing-accounts/billing-.*")).hasSize(1);
	}

	@Test
	void publishesRegistrations() {
		assertThat(register("counted").status()).isEqualTo(201);
		assertThat(this.api.text("/actuator/prometheus"))
			.containsPattern("user_registrations_total\\{.*country=\"DE\".*source=\"web\".*} [1-9]");
	}

	@Test
	void refusesKnownEmailBeforeBilling() {
		assertThat(register("ada").status()).isEqualTo(409);
		assertThat(peer.calls("POST /billing-accounts")).isEmpty();
	}

	@Test
	void closesBillingAccountWhenDatabaseRefuses() {
		this.database.sql("alter table users add constraint no_doom check (email <> 'doom@example.com')").update();
		Answer answer = register("doom");
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.text("/detail")).startsWith("The database");
		assertThat(peer.calls("DELETE /billing-accounts/billing-.*")).hasSize(1);
		assertThat(count("doom@example.com")).isZero();
	}

	@Test
	void namesMissingFields() {
		Answer answer = this.api.post("/users", "{\"name\": \"" + UUID.randomUUID() + "\", \"source\": \"moon\"}");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text("/detail")).isEqualTo("Missing or invalid: country, email, source");
	}

	private Answer register(String name) {
		return this.api.post("/users",
				"{\"name\": \"New User\", \"email\": \"%s@example.com\", \"country\": \"DE\"}".formatted(name));
	}

	private int count(String email) {
		return this.database.sql("select count(*) from users where email = ?")
			.param(email)
			.query(Integer.class)
			.single();
	}

}
