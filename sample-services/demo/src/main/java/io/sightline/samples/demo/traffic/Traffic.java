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

package io.sightline.samples.demo.traffic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.sightline.samples.demo.http.Await;
import io.sightline.samples.demo.http.HttpCaller;
import io.sightline.samples.demo.service.Addresses;
import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.telemetry.Movement;
import io.sightline.samples.demo.telemetry.Scrape;
import io.sightline.samples.demo.telemetry.ServiceProbe;

/**
 * An hour in the shop, in seconds: people look around, register, buy; one path is slow,
 * one payment fails; and at the end the one checkout that the story is about.
 */
public final class Traffic {

	/**
	 * How much slower the slow path is made.
	 */
	public static final Duration SLOWNESS = Duration.ofMillis(1200);

	private static final Duration METRICS_LIMIT = Duration.ofSeconds(5);

	private static final String ORDER = """
			{"user_id": "123", "items": ["item1"]}""";

	private static final String REGISTRATION = """
			{"name": "%s", "email": "%s", "country": "%s", "source": "web"}""";

	private static final String STOCK = "/inventory/item1";

	private final Shop shop;

	private final ServiceProbe probe;

	private final Clock clock;

	/**
	 * Create the traffic.
	 * @param caller sends the requests
	 * @param addresses where the services listen
	 * @param progress told about each request
	 */
	public Traffic(HttpCaller caller, Addresses addresses, Consumer<String> progress) {
		this.shop = new Shop(caller, addresses, progress);
		this.probe = new ServiceProbe(caller, addresses);
		this.clock = Clock.systemUTC();
	}

	/**
	 * Send everything.
	 * @return what came back
	 */
	public TrafficReport run() {
		Instant started = this.clock.instant();
		lookAround();
		register();
		buy();
		Exchange slow = this.shop.send(order().withChaos("inventory-service:latency=" + SLOWNESS.toMillis() + "ms"));
		FailedPayment failedPayment = failPayments();
		Checkout checkout = checkOut();
		return new TrafficReport(started, this.shop.exchanges(), slow, failedPayment, checkout);
	}

	private void lookAround() {
		for (String user : List.of("123", "1", "2", "123")) {
			this.shop.send(Step.get(SampleService.USER, "/users/" + user, 200));
		}
		for (String item : List.of("item1", "item2", "item3")) {
			this.shop.send(Step.get(SampleService.INVENTORY, "/inventory/" + item, 200));
		}
		this.shop.send(Step.get(SampleService.INVENTORY, "/products/item1", 200));
		this.shop.send(Step.get(SampleService.PAYMENT, "/prices/item1", 200));
		this.shop.send(Step.get(SampleService.USER, "/users/nobody", 404));
		this.shop.send(Step.get(SampleService.INVENTORY, "/inventory/nothing", 404));
	}

	private void register() {
		for (String country : List.of("GB", "FI")) {
			// An address can be registered once, and a database may outlive the demo.
			String email = TraceContext.random().spanId() + "@example.com";
			this.shop.send(Step.post(SampleService.USER, "/users", REGISTRATION.formatted("Sam", email, country), 201));
		}
	}

	private void buy() {
		for (int i = 0; i < 3; i++) {
			this.shop.send(order());
		}
		this.shop.send(Step.get(SampleService.ORDER, "/orders/user/123", 200));
		this.shop.send(Step.post(SampleService.PAYMENT, "/payments", "{}", 400));
	}

	/**
	 * One failure is no trend: an objective burns from the second on.
	 */
	private FailedPayment failPayments() {
		this.shop.send(failingOrder());
		FailedPayment last = failPayment();
		this.shop.send(failingOrder());
		return last;
	}

	private FailedPayment failPayment() {
		Step stock = Step.get(SampleService.INVENTORY, STOCK, 200);
		Exchange before = this.shop.send(stock);
		Exchange order = this.shop.send(failingOrder());
		return new FailedPayment(order, before, this.shop.send(stock));
	}

	private Checkout checkOut() {
		Map<SampleService, Scrape> before = this.probe.scrapes();
		Exchange order = this.shop.send(order());
		Map<SampleService, Scrape> after = new EnumMap<>(SampleService.class);
		// A request is counted after it was answered, the notification even later.
		Await.until(METRICS_LIMIT, () -> {
			after.putAll(this.probe.scrapes());
			return allMoved(before, after);
		});
		return new Checkout(order, before, after);
	}

	private static boolean allMoved(Map<SampleService, Scrape> before, Map<SampleService, Scrape> after) {
		return before.entrySet()
			.stream()
			.noneMatch(
					(entry) -> Movement.between(entry.getValue(), after.getOrDefault(entry.getKey(), entry.getValue()))
						.isEmpty());
	}

	private static Step failingOrder() {
		return order().withChaos("payment-service:fail").expecting(503);
	}

	private static Step order() {
		return Step.post(SampleService.ORDER, "/orders", ORDER, 201);
	}

}
