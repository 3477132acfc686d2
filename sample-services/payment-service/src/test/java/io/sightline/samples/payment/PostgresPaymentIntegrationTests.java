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
class PostgresPaymentIntegrationTests {

	private final JsonApi api;

	private final JdbcClient database;

	PostgresPaymentIntegrationTests(@LocalServerPort int port, @Autowired JdbcClient database) {
		this.api = new JsonApi(port);
		this.database = database;
	}

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		TestPostgres.register(registry);
	}

	@Test
	void chargesOnceAndRefundsInSchemaOfItsOwn() {
		assertThat(charge("p-1").text("/id")).isEqualTo(charge("p-1").text("/id"));
		assertThat(refund("p-1").text("/status")).isEqualTo("REFUNDED");
		assertThat(count("payment_service.payments where id = 'p-1'")).isOne();
	}

	@Test
	void keepsVoidWhatIsRefundedBefore() {
		assertThat(refund("p-2").text("/status")).isEqualTo("VOID");
		assertThat(charge("p-2").status()).isEqualTo(409);
	}

	@Test
	void keepsAccountClosedThatWasClosedBefore() {
		assertThat(this.api.delete("/billing-accounts/late").status()).isEqualTo(204);
		assertThat(this.api.post("/billing-accounts", "{\"user_id\": \"9\", \"id\": \"late\"}").status())
			.isEqualTo(409);
		assertThat(count("payment_service.billing_accounts where id = 'late'")).isOne();
	}

	private Answer charge(String id) {
		return this.api.post("/payments", """
				{"payment_id": "%s", "user_id": "1", "amount": 1, "currency": "EUR"}""".formatted(id));
	}

	private Answer refund(String id) {
		return this.api.post("/payments/" + id + "/refund", "{}");
	}

	private int count(String table) {
		return this.database.sql("select count(*) from " + table).query(Integer.class).single();
	}

}
