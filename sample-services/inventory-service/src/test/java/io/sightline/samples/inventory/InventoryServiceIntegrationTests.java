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

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
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
import org.springframework.cache.CacheManager;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "sample.inventory.restock-interval=1h")
class InventoryServiceIntegrationTests {

	private static final StubPeer payment = new StubPeer();

	private final JsonApi api;

	private final CacheManager caches;

	InventoryServiceIntegrationTests(@LocalServerPort int port, @Autowired CacheManager caches) {
		this.api = new JsonApi(port);
		this.caches = caches;
	}

	@DynamicPropertySource
	static void peers(DynamicPropertyRegistry registry) {
		registry.add("sample.clients.payment.url", payment::url);
	}

	@AfterAll
	static void closePeer() {
		payment.close();
	}

	@BeforeEach
	void answerAsUsual() {
		Objects.requireNonNull(this.caches.getCache("prices")).clear();
		payment.reset().answer("GET /prices/item1", 200, "{\"amount\": 19.90, \"currency\": \"EUR\"}");
	}

	@Test
	void showsStockWithPrice() {
		Answer answer = this.api.get("/inventory/item1");
		assertThat(answer.text("/category")).isEqualTo("lighting");
		assertThat(answer.text("/price")).isEqualTo("19.9");
		assertThat(answer.text("/degraded")).isEqualTo("false");
	}

	@Test
	void asksForPriceOnce(@Autowired MeterRegistry registry) {
		double hits = cacheHits(registry);
		this.api.get("/inventory/item1");
		this.api.get("/inventory/item1");
		assertThat(payment.calls("GET /prices/item1")).hasSize(1);
		assertThat(cacheHits(registry) - hits).isEqualTo(1);
	}

	@Test
	void degradesWithoutPriceAndRecovers() {
		payment.answer("GET /prices/item1", 500, "{}");
		Answer degraded = this.api.get("/inventory/item1");
		assertThat(degraded.status()).isEqualTo(200);
		assertThat(degraded.body().at("/price").isNull()).isTrue();
		assertThat(degraded.text("/degraded")).isEqualTo("true");
		answerAsUsual();
		assertThat(this.api.get("/inventory/item1").text("/degraded")).isEqualTo("false");
	}

	@Test
	void showsProduct() {
		assertThat(this.api.get("/products/item3").text("/category")).isEqualTo("furniture");
		assertThat(this.api.get("/products/none").status()).isEqualTo(404);
	}

	@Test
	void publishesViewsByCategory() {
		this.api.get("/products/item3");
		assertThat(this.api.text("/actuator/prometheus"))
			.containsPattern("product_views_total\\{.*category=\"furniture\".*} [1-9]")
			.containsPattern("queue_capacity\\{.*queue=\"restock\".*} 100");
	}

	@Test
	void reservesOnceHoweverOftenAsked() {
		int before = available("item2");
		String id = UUID.randomUUID().toString();
		assertThat(reserve("item2", 3, id).status()).isEqualTo(201);
		assertThat(reserve("item2", 3, id).status()).isEqualTo(201);
		assertThat(reserve("item2", 4, id).status()).isEqualTo(409);
		assertThat(available("item2")).isEqualTo(before - 3);
	}

	@Test
	void releasesOnceHoweverOftenAsked() {
		int before = available("item4");
		String id = reserve("item4", 5, UUID.randomUUID().toString()).text("/reservation_id");
		assertThat(release("item4", id).status()).isEqualTo(204);
		assertThat(release("item4", id).status()).isEqualTo(204);
		assertThat(available("item4")).isEqualTo(before);
	}

	@Test
	void refusesReservationThatWasReleasedBefore() {
		int before = available("item5");
		String id = UUID.randomUUID().toString();
		assertThat(release("item5", id).status()).isEqualTo(204);
		assertThat(reserve("item5", 1, id).status()).isEqualTo(409);
		assertThat(available("item5")).isEqualTo(before);
	}

	@Test
	void refusesWhatIsSoldOut() {
		Answer answer = reserve("item9", 1, UUID.randomUUID().toString());
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.text("/item_id")).isEqualTo("item9");
	}

	@Test
	void sellsNoPieceTwice() {
		AtomicInteger sold = new AtomicInteger();
		IntStream.range(0, 30).parallel().forEach((number) -> {
			if (reserve("item7", 1, UUID.randomUUID().toString()).status() == 201) {
				sold.incrementAndGet();
			}
		});
		assertThat(sold).hasValue(10);
		assertThat(available("item7")).isZero();
	}

	@Test
	void restocksWhatRunsLow(@Autowired Restocking restocking, @Autowired MeterRegistry registry) {
		reserve("item3", 16, UUID.randomUUID().toString());
		assertThat(registry.get("queue.size").tag("queue", "restock").gauge().value()).isPositive();
		restocking.restock();
		assertThat(available("item3")).isEqualTo(20);
		assertThat(registry.get("queue.size").tag("queue", "restock").gauge().value()).isZero();
	}

	@Test
	void countsConnections(@Autowired MeterRegistry registry) {
		this.api.get("/products/item1");
		assertThat(registry.get("active.connections").gauge().value()).isPositive();
	}

	@Test
	void namesMissingFields() {
		assertThat(this.api.post("/inventory/item1/reserve", "{}").text("/detail"))
			.isEqualTo("Missing or invalid: quantity");
		assertThat(this.api.post("/inventory/item1/release", "{}").text("/detail"))
			.isEqualTo("Missing or invalid: reservation_id");
	}

	private double cacheHits(MeterRegistry registry) {
		return registry.get("cache.gets").tag("cache", "prices").tag("result", "hit").functionCounter().count();
	}

	private int available(String item) {
		return this.api.get("/inventory/" + item).body().at("/available").asInt();
	}

	private Answer reserve(String item, int quantity, String id) {
		return this.api.post("/inventory/" + item + "/reserve",
				"{\"quantity\": %d, \"reservation_id\": \"%s\"}".formatted(quantity, id));
	}

	private Answer release(String item, String id) {
		return this.api.post("/inventory/" + item + "/release", "{\"reservation_id\": \"%s\"}".formatted(id));
	}

}
