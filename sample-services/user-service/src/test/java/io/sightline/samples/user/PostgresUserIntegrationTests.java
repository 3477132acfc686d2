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
import io.sightline.samples.common.PostgresTest;
import io.sightline.samples.common.StubPeer;
import io.sightline.samples.common.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@PostgresTest
class PostgresUserIntegrationTests {

	private static final StubPeer peer = new StubPeer();

	private final JsonApi api;

	private final JdbcClient database;

	PostgresUserIntegrationTests(@LocalServerPort int port, @Autowired JdbcClient database) {
		this.api = new JsonApi(port);
		this.database = database;
	}

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		TestPostgres.register(registry);
		registry.add("sample.clients.payment.url", peer::url);
		registry.add("sample.clients.notification.url", peer::url);
	}

	@AfterAll
	static void closePeer() {
		peer.close();
	}

	@Test
	void registersUserOnceInSchemaOfItsOwn() {
		peer.answer("POST /billing-accounts", 201, "{}").answer("POST /notifications", 202, "{}");
		int before = count("user_service.users");
		Answer answer = register();
		assertThat(answer.status()).isEqualTo(201);
		assertThat(this.api.get(answer.location() + "/profile").text("/name")).isEqualTo("Nora");
		assertThat(register().status()).isEqualTo(409);
		assertThat(count("user_service.users")).isEqualTo(before + 1);
	}

	private Answer register() {
		return this.api.post("/users", "{\"name\": \"Nora\", \"email\": \"nora@example.com\", \"country\": \"NO\"}");
	}

	private int count(String table) {
		return this.database.sql("select count(*) from " + table).query(Integer.class).single();
	}

}
