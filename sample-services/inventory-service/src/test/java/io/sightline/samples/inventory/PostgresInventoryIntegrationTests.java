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

package io.sightline.samples.inventory;

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

@PostgresTest
class PostgresInventoryIntegrationTests {

	private final JsonApi api;

	private final JdbcClient database;

	PostgresInventoryIntegrationTests(@LocalServerPort int port, @Autowired JdbcClient database) {
		this.api = new JsonApi(port);
		this.database = database;
	}

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		TestPostgres.register(registry);
	}

	@Test
	void reservesAndReleasesOnceInSchemaOfItsOwn() {
		assertThat(reserve("r-1").status()).isEqualTo(201);
		assertThat(reserve("r-1").status()).isEqualTo(201);
		assertThat(available()).isEqualTo(498);
		assertThat(release("r-1").status()).isEqualTo(204);
		assertThat(release("r-1").status()).isEqualTo(204);
		assertThat(available()).isEqualTo(500);
		assertThat(count("inventory_service.reservations where id = 'r-1'")).isOne();
	}

	@Test
	void refusesReservationThatWasReleasedBefore() {
		assertThat(release("r-2").status()).isEqualTo(204);
		assertThat(reserve("r-2").status()).isEqualTo(409);
	}

	private Answer reserve(String id) {
		return this.api.post("/inventory/item2/reserve", "{\"quantity\": 2, \"reservation_id\": \"%s\"}".formatted(id));
	}

	private Answer release(String id) {
		return this.api.post("/inventory/item2/release", "{\"reservation_id\": \"%s\"}".formatted(id));
	}

	private int available() {
		return this.api.get("/inventory/item2").body().at("/available").asInt();
	}

	private int count(String table) {
		return this.database.sql("select count(*) from " + table).query(Integer.class).single();
	}

}
