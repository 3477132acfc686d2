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

package io.sightline.samples.order;

import io.sightline.samples.common.JsonApi;
import io.sightline.samples.common.JsonApi.Answer;
import io.sightline.samples.common.PostgresTest;
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
class PostgresOrderIntegrationTests {

	private static final Shop shop = new Shop();

	private final JsonApi api;

	PostgresOrderIntegrationTests(@LocalServerPort int port) {
		this.api = new JsonApi(port);
		shop.answerAsUsual();
	}

	@DynamicPropertySource
	static void peers(DynamicPropertyRegistry registry) {
		shop.register(registry);
		TestPostgres.register(registry);
	}

	@AfterAll
	static void close() {
		shop.close();
	}

	@Test
	void storesOrderAndCartInSchemaOfItsOwn(@Autowired JdbcClient database) {
		Answer cart = this.api.post("/carts", "{\"user_id\": \"123\"}");
		this.api.post(cart.location() + "/items", "{\"item_id\": \"item1\"}");
		Answer order = this.api.post("/orders",
				"{\"user_id\": \"123\", \"items\": [\"item1\"], \"cart_id\": \"%s\"}".formatted(cart.text("/id")));
		assertThat(order.status()).isEqualTo(201);
		assertThat(this.api.get(order.location()).body()).isEqualTo(order.body());
		assertThat(this.api.get(cart.location()).text("/status")).isEqualTo("ORDERED");
		assertThat(database.sql("select count(*) from order_service.order_items").query(Integer.class).single())
			.isEqualTo(1);
	}

}
