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

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.sightline.samples.common.JsonApi;
import io.sightline.samples.common.JsonApi.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class LateChargeIntegrationTests {

	private final JsonApi api;

	private final String id = UUID.randomUUID().toString();

	LateChargeIntegrationTests(@LocalServerPort int port) {
		this.api = new JsonApi(port);
	}

	@Test
	void keepsChargeFromHappeningThatWasRefundedBefore() {
		assertThat(refund(this.id).text("/status")).isEqualTo("VOID");
		Answer charge = charge(this.id);
		assertThat(charge.status()).isEqualTo(409);
		assertThat(charge.text("/reason")).isEqualTo("PAYMENT_VOID");
		assertThat(this.api.get("/payments/" + this.id).text("/status")).isEqualTo("VOID");
	}

	@Test
	void voidsUnknownPaymentOnceHoweverOftenAsked() {
		assertThat(refund(this.id).status()).isEqualTo(200);
		assertThat(refund(this.id).body()).isEqualTo(this.api.get("/payments/" + this.id).body());
	}

	@Test
	void refusesToChargeAgainWhatWasRefunded() {
		assertThat(charge(this.id).status()).isEqualTo(201);
		assertThat(refund(this.id).text("/status")).isEqualTo("REFUNDED");
		assertThat(charge(this.id).text("/reason")).isEqualTo("PAYMENT_REFUNDED");
	}

	@Test
	void keepsNoMoneyWhenChargeAndRefundMeet(@Autowired JdbcClient database) {
		List<String> ids = IntStream.range(0, 20).mapToObj((number) -> UUID.randomUUID().toString()).toList();
		CompletableFuture
			.allOf(ids.stream()
				.flatMap((next) -> List.of(later(() -> charge(next)), later(() -> refund(next))).stream())
				.toArray(CompletableFuture[]::new))
			.join();
		assertThat(database.sql("select status from payments where id in (:ids)")
			.param("ids", ids)
			.query(String.class)
			.list()).hasSize(20).containsAnyOf("VOID", "REFUNDED").doesNotContain("PAID");
	}

	@Test
	void voidsNoIdThatNoPaymentCanHave() {
		assertThat(refund("x".repeat(65)).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ "2, 10.00, EUR, o-1", "1, 10.01, EUR, o-1", "1, 10.00, USD, o-1", "1, 10.00, EUR, o-2" })
	void refusesDifferentPaymentWithSameId(String user, String amount, String currency, String order) {
		assertThat(charge(this.id).status()).isEqualTo(201);
		Answer other = charge(this.id, user, amount, currency, order);
		assertThat(other.status()).isEqualTo(409);
		assertThat(other.text("/reason")).isEqualTo("PAYMENT_DIFFERS");
		assertThat(other.text("/detail")).isEqualTo("Payment " + this.id + " is there and different");
	}

	@Test
	void takesSameAmountHoweverItIsWritten() {
		assertThat(charge(this.id).status()).isEqualTo(201);
		assertThat(charge(this.id, "1", "10", "EUR", "o-1").text("/id")).isEqualTo(this.id);
	}

	private static CompletableFuture<Void> later(Runnable action) {
		return CompletableFuture.runAsync(action);
	}

	private Answer charge(String payment) {
		return charge(payment, "1", "10.00", "EUR", "o-1");
	}

	private Answer charge(String payment, String user, String amount, String currency, String order) {
		return this.api.post("/payments", """
				{"payment_id": "%s", "user_id": "%s", "amount": %s, "currency": "%s", "order_id": "%s"}"""
			.formatted(payment, user, amount, currency, order));
	}

	private Answer refund(String payment) {
		return this.api.post("/payments/" + payment + "/refund", "{}");
	}

}
