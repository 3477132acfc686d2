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

package io.sightline.samples.alert;

import java.time.Duration;

import io.sightline.samples.common.JsonApi;
import io.sightline.samples.common.JsonApi.Answer;
import io.sightline.samples.common.PostgresTest;
import io.sightline.samples.common.TestPostgres;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PostgresTest
class PostgresAlertIntegrationTests {

	private final JsonApi api;

	private final JdbcClient database;

	PostgresAlertIntegrationTests(@LocalServerPort int port, @Autowired JdbcClient database) {
		this.api = new JsonApi(port);
		this.database = database;
	}

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		TestPostgres.register(registry);
	}

	@Test
	void deliversNotificationInSchemaOfItsOwn() {
		Answer answer = this.api.post("/notifications",
				"{\"type\": \"welcome\", \"recipient\": \"ada@example.com\", \"data\": {\"name\": \"Ada\"}}");
		assertThat(answer.status()).isEqualTo(202);
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.api.get(answer.location()).text("/status")).isEqualTo("DELIVERED"));
		assertThat(count("alert_service.notifications")).isOne();
	}

	private int count(String table) {
		return this.database.sql("select count(*) from " + table).query(Integer.class).single();
	}

}
