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

import java.time.Duration;

import io.sightline.samples.common.JsonApi;
import io.sightline.samples.common.JsonApi.Answer;
import io.sightline.samples.common.StubPeer.Call;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class OrderServiceIntegrationTests {

	private static final Shop shop = new Shop();

	private static final String ORDER = "{\"user_id\": \"123\", \"items\": [\"item1\"]}";

	private final JsonApi api;

	private final RestClient client;

	OrderServiceIntegrationTests(@LocalServerPort int port) {
		this.api = new JsonApi(port);
		this.client = RestClient.create("http://localhost:" + port);
	}

	@DynamicPropertySource
	static void peers(DynamicPropertyRegistry registry) {
		shop.register(registry);
	}

	@AfterAll
	static void closeShop() {
		shop.close();
	}

	@BeforeEach
	void answerAsUsual() {
		shop.answerAsUsual();
	}

	@Test
	void takesOrder() {
		Answer answer = this.api.post("/orders",
				"{\"user_id\": \"123\", \"items\": [\"item1\", \"item2\", \"item1\"]}");
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.text("/amount")).isEqualTo("59.7");
		assertThat(this.api.get(answer.location()).body()).isEqualTo(answer.body());
		assertThat(this.api.get("/orders/user/123").text("/0/id")).isEqualTo(answer.text("/id"));
		assertThat(shop.inventory.calls("POST .*/reserve")).hasSize(2)
			.anySatisfy((call) -> assertThat(call.body()).contains("\"quantity\":2", answer.text("/id")));
		assertThat(shop.payment.calls("POST /payments")).singleElement()
			.satisfies((call) -> assertThat(call.body()).contains("59.7", answer.text("/payment_id")));
	}

	@Test
	void confirmsOrderLater() {
		Answer answer = this.api.post("/orders", ORDER);
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(shop.notification.calls("POST /notifications"))
				.anySatisfy((call) -> assertThat(call.body()).contains(answer.text("/id"), "frida@example.com")));
	}

	@Test
	void confirmsOrderInItsContext(CapturedOutput output) {
		String trace = this.client.post()
			.uri("/orders")
			.header("X-Request-ID", "confirmed-later")
			.contentType(MediaType.APPLICATION_JSON)
			.body(ORDER)
			.retrieve()
			.toBodilessEntity()
			.getHeaders()
			.getFirst("X-Trace-ID");
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(output.toString().lines())
				.anySatisfy((line) -> assertThat(line).contains("will be confirmed by mail",
						"\"request_id\":\"confirmed-later\"", "\"trace_id\":\"" + trace + "\"")));
		assertThat(shop.notification.calls("POST /notifications")).extracting(Call::headers)
			.anySatisfy((headers) -> assertThat(headers.firstValue("traceparent")).get()
				.asString()
				.contains("-" + trace + "-"));
	}

	@Test
	void takesOrderWithoutConfirmation() {
		shop.notification.answer("POST /notifications", 500, "{}");
		assertThat(this.api.post("/orders", ORDER).status()).isEqualTo(201);
	}

	@Test
	void namesMissingFields() {
		Answer answer = this.api.post("/orders", "{\"items\": []}");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text("/detail")).isEqualTo("Missing or invalid: items, user_id");
	}

	@Test
	void refusesUnknownUserAndItem() {
		assertThat(this.api.post("/orders", ORDER.replace("123", "999")).status()).isEqualTo(422);
		assertThat(this.api.post("/orders", ORDER.replace("item1", "item0")).status()).isEqualTo(422);
		assertThat(shop.inventory.calls("POST .*")).isEmpty();
	}

	@Test
	void saysThatUserServiceFails() {
		shop.user.answer("GET /users/123/profile", 500, "{}");
		Answer answer = this.api.post("/orders", ORDER);
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.text("/peer")).isEqualTo("user-service");
	}

	@Test
	void sellsNothingWithoutPrice() {
		shop.inventory.answer("GET /inventory/item[12]", 200, "{\"price\": null, \"degraded\": true}");
		assertThat(this.api.post("/orders", ORDER).status()).isEqualTo(503);
		assertThat(shop.inventory.calls("POST .*")).isEmpty();
	}

	@Test
	void releasesWhatItReservedWhenSomethingIsOutOfStock() {
		shop.inventory.answer("POST /inventory/item[12]/reserve", 409, "{}");
		Answer answer = this.api.post("/orders", ORDER);
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.text("/item_id")).isEqualTo("item1");
		assertThat(shop.payment.calls("POST .*")).isEmpty();
		assertThat(shop.inventory.calls("POST /inventory/item1/release")).hasSize(1);
	}

	@Test
	void releasesStockWhenPaymentIsRefused() {
		shop.payment.answer("POST /payments", 402, "{\"reason\": \"LIMIT_EXCEEDED\"}");
		Answer answer = this.api.post("/orders", ORDER);
		assertThat(answer.status()).isEqualTo(402);
		assertThat(answer.text("/reason")).isEqualTo("LIMIT_EXCEEDED");
		assertThat(shop.inventory.calls("POST /inventory/item1/release")).hasSize(1);
		assertThat(shop.payment.calls("POST .*/refund")).isEmpty();
	}

	@Test
	void releasesStockAndAsksForMoneyBackWhenPaymentServiceFails() {
		shop.payment.answer("POST /payments", 500, "{}");
		Answer answer = this.api.post("/orders", ORDER);
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.text("/peer")).isEqualTo("payment-service");
		assertThat(shop.inventory.calls("POST /inventory/item1/release")).hasSize(1);
		assertThat(shop.payment.calls("POST .*/refund")).hasSize(1);
	}

	@Test
	void isContentWithoutRefundWhenPaymentWasRefusedAfterAll(CapturedOutput output) {
		shop.payment.answer("POST /payments", 500, "{}").answer("POST /payments/[^/]+/refund", 409, "{}");
		assertThat(this.api.post("/orders", ORDER).status()).isEqualTo(503);
		assertThat(shop.payment.calls("POST .*/refund")).hasSize(1);
		assertThat(output).contains("there is nothing to refund").doesNotContain("Not undone");
	}

	@Test
	void undoesEverythingWhenDatabaseFails(@Autowired JdbcClient database) {
		shop.user.answer("GET /users/doom/profile", 200, "{\"id\": \"doom\", \"email\": \"doom@example.com\"}");
		database.sql("alter table orders add constraint if not exists no_doom check (user_id <> 'doom')").update();
		assertThat(this.api.post("/orders", ORDER.replace("123", "doom")).status()).isEqualTo(500);
		assertThat(shop.payment.calls("POST .*/refund")).hasSize(1);
		assertThat(shop.inventory.calls("POST /inventory/item1/release")).hasSize(1);
		assertThat(this.api.get("/orders/user/doom").body().isEmpty()).isTrue();
	}

	@Test
	void ordersCartOnce() {
		Answer cart = this.api.post("/carts", "{\"user_id\": \"123\"}");
		this.api.post(cart.location() + "/items", "{\"item_id\": \"item1\", \"quantity\": 2}");
		String order = ORDER.replace("}", ", \"cart_id\": \"" + cart.text("/id") + "\"}");
		assertThat(this.api.post("/orders", order).status()).isEqualTo(201);
		assertThat(this.api.get(cart.location()).text("/status")).isEqualTo("ORDERED");
		assertThat(this.api.post("/orders", order).status()).isEqualTo(409);
		assertThat(this.api.post(cart.location() + "/items", "{\"item_id\": \"item1\"}").status()).isEqualTo(409);
	}

	@Test
	void publishesOrdersAndTheirValue() {
		this.api.post("/orders", ORDER);
		shop.payment.answer("POST /payments", 402, "{\"reason\": \"LIMIT_EXCEEDED\"}");
		this.api.post("/orders", ORDER);
		assertThat(this.api.text("/actuator/prometheus"))
			.containsPattern("orders_processed_total\\{.*status=\"confirmed\".*} [1-9]")
			.containsPattern("orders_processed_total\\{.*status=\"refused\".*} [1-9]")
			.containsPattern("order_value_total\\{.*currency=\"EUR\".*status=\"confirmed\".*} [1-9]")
			.contains("# HELP order_value_total What orders are worth", "cart_abandonment_ratio{", "carts_open{");
	}

	@Test
	void fillsCart() {
		Answer cart = this.api.post("/carts", "{\"user_id\": \"123\"}");
		assertThat(cart.status()).isEqualTo(201);
		this.api.post(cart.location() + "/items", "{\"item_id\": \"item1\"}");
		Answer filled = this.api.post(cart.location() + "/items", "{\"item_id\": \"item1\", \"quantity\": 2}");
		assertThat(filled.text("/items/0/quantity")).isEqualTo("3");
		assertThat(this.api.post("/carts", "{}").text("/detail")).isEqualTo("Missing or invalid: user_id");
	}

}
