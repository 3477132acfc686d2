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

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import io.sightline.samples.demo.http.HttpCaller;
import io.sightline.samples.demo.http.StubServer;
import io.sightline.samples.demo.service.Addresses;
import io.sightline.samples.demo.service.SampleService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrafficTests {

	private final List<String> traceparents = Collections.synchronizedList(new ArrayList<>());

	private final List<String> chaos = Collections.synchronizedList(new ArrayList<>());

	private final List<String> progress = new ArrayList<>();

	private final AtomicInteger requests = new AtomicInteger();

	@SuppressWarnings("NullAway.Init")
	private StubServer server;

	@SuppressWarnings("NullAway.Init")
	private TrafficReport report;

	@BeforeAll
	void run() throws IOException {
		this.server = StubServer.start(this::answer);
		Map<SampleService, Integer> ports = new EnumMap<>(SampleService.class);
		EnumSet.allOf(SampleService.class).forEach((service) -> ports.put(service, this.server.port()));
		this.report = new Traffic(new HttpCaller(Duration.ofSeconds(5)), new Addresses(ports), this.progress::add)
			.run();
	}

	@AfterAll
	void stop() {
		this.server.close();
	}

	@Test
	void sendsEachRequestInATraceOfItsOwn() {
		assertThat(this.traceparents).hasSameSizeAs(this.report.exchanges()).doesNotHaveDuplicates();
	}

	@Test
	void showsEachRequestAsItGoes() {
		assertThat(this.progress).hasSameSizeAs(this.report.exchanges())
			.anySatisfy((line) -> assertThat(line).contains("POST", "order-service", "/orders", "201"));
	}

	@Test
	void asksForFailuresAndOneSlowPath() {
		assertThat(this.chaos).containsExactly("inventory-service:latency=1200ms", "payment-service:fail",
				"payment-service:fail", "payment-service:fail");
	}

	@Test
	void knowsARightAnswerFromAWrongOne() {
		assertThat(this.report.checkout().order().isAsExpected()).isTrue();
		assertThat(this.report.failedPayment().order().isAsExpected()).isFalse();
	}

	@Test
	void readsTheMetricsAroundTheCheckout() {
		assertThat(this.report.checkout().before()).hasSameSizeAs(this.report.checkout().after())
			.isNotEqualTo(this.report.checkout().after());
	}

	private StubServer.Answer answer(HttpExchange exchange) {
		if (exchange.getRequestURI().getPath().startsWith("/actuator")) {
			return new StubServer.Answer(200, "orders_processed_total " + this.requests.incrementAndGet() + "\n");
		}
		this.traceparents.add(exchange.getRequestHeaders().getFirst("traceparent"));
		this.chaos.addAll(exchange.getRequestHeaders().getOrDefault("X-Chaos", List.of()));
		return new StubServer.Answer("POST".equals(exchange.getRequestMethod()) ? 201 : 200, "{}");
	}

}
