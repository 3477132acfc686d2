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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.sightline.samples.common.JsonApi;
import io.sightline.samples.common.JsonApi.Answer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PaymentServiceIntegrationTests {

	private final JsonApi api;

	PaymentServiceIntegrationTests(@LocalServerPort int port) {
		this.api = new JsonApi(port);
	}

	@Test
	void quotesPrices() {
		Answer answer = this.api.get("/prices/item1");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text("/amount")).isEqualTo("19.9");
		assertThat(answer.text("/currency")).isEqualTo("EUR");
		assertThat(this.api.get("/prices/none").status()).isEqualTo(404);
	}

	@Test
	void namesMissingFields() {
		Answer answer = this.api.post("/payments", "{}");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text("/detail")).isEqualTo("Missing or invalid: amount, currency, user_id");
	}

	@Test
	void storesPayment() {
		Answer answer = pay("1", "19.90", "EUR");
		assertThat(answer.status()).isEqualTo(201);
		Answer stored = this.api.get(answer.location());
		assertThat(stored.text("/status")).isEqualTo("PAID");
		assertThat(stored.body().has("version")).isFalse();
	}

	@Test
	void refusesAmountAboveLimitAndKeepsRecord() {
		Answer answer = pay("5", "19.90", "EUR");
		assertThat(answer.status()).isEqualTo(402);
		assertThat(answer.text("/reason")).isEqualTo("LIMIT_EXCEEDED");
		assertThat(this.api.get("/payments/" + answer.text("/payment_id")).text("/status")).isEqualTo("REFUSED");
		assertThat(this.api.post("/payments/" + answer.text("/payment_id") + "/refund", "{}").status()).isEqualTo(409);
	}

	@Test
	void refundsOnceHoweverOftenAsked() {
		String refund = pay("1", "10.00", "USD").location() + "/refund";
		assertThat(this.api.post(refund, "{}").text("/status")).isEqualTo("REFUNDED");
		assertThat(this.api.post(refund, "{}").text("/status")).isEqualTo("REFUNDED");
	}

	@Test
	void publishesTransactions() {
		pay("1", "10.00", "USD");
		pay("5", "19.90", "EUR");
		assertThat(this.api.text("/actuator/prometheus"))
			.containsPattern("payment_transactions_total\\{.*paid.*} [1-9]")
			.containsPattern("payment_transactions_total\\{.*refused.*} [1-9]");
	}

	@Test
	void holdsRefusedPaymentAgainstItsObjective() {
		pay("5", "19.90", "EUR");
		await().untilAsserted(
				() -> assertThat(this.api.get("/actuator/slo/payment-success").body().at("/windows/0/bad").asLong())
					.isPositive());
		assertThat(this.api.get("/actuator/slo/availability").body().at("/windows/0/bad").asLong(-1)).isZero();
	}

	@Test
	void chargesSamePaymentIdOnce() {
		String id = UUID.randomUUID().toString();
		String body = "{\"amount\": 1, \"currency\": \"EUR\", \"user_id\": \"1\", \"payment_id\": \"" + id + "\"}";
		assertThat(this.api.post("/payments", body).text("/id")).isEqualTo(id);
		assertThat(this.api.post("/payments", body).text("/id")).isEqualTo(id);
	}

	@Test
	void chargesAndRefundsOnceWhenAskedManyTimesAtOnce() {
		String id = UUID.randomUUID().toString();
		String body = "{\"amount\": 1, \"currency\": \"EUR\", \"user_id\": \"1\", \"payment_id\": \"" + id + "\"}";
		assertThat(atOnce(() -> this.api.post("/payments", body))).containsOnly("201 PAID");
		assertThat(atOnce(() -> this.api.post("/payments/" + id + "/refund", "{}"))).hasSize(1)
			.first(InstanceOfAssertFactories.STRING)
			.endsWith(" REFUNDED");
	}

	private static Set<String> atOnce(Supplier<Answer> request) {
		List<CompletableFuture<Answer>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(request))
			.limit(8)
			.toList();
		return answers.stream()
			.map(CompletableFuture::join)
			.map((answer) -> answer.status() + " " + answer.text("/status"))
			.collect(Collectors.toSet());
	}

	@Test
	void refusesPaymentAfterAccountIsClosed() {
		Answer account = this.api.post("/billing-accounts", "{\"user_id\": \"closing\"}");
		assertThat(account.status()).isEqualTo(201);
		assertThat(pay("closing", "1.00", "EUR").status()).isEqualTo(201);
		assertThat(this.api.delete(account.location()).status()).isEqualTo(204);
		assertThat(this.api.delete(account.location()).status()).isEqualTo(204);
		assertThat(pay("closing", "1.00", "EUR").text("/reason")).isEqualTo("NO_BILLING_ACCOUNT");
	}

	private Answer pay(String user, String amount, String currency) {
		return this.api.post("/payments",
				"{\"amount\": %s, \"currency\": \"%s\", \"user_id\": \"%s\"}".formatted(amount, currency, user));
	}

}
