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

package io.sightline.test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two tests that do the same to the same application at the same time. Run by
 * {@link ParallelTests}.
 */
@ShopTest
@Execution(ExecutionMode.CONCURRENT)
class TwoTestsAtOnce {

	private static final CyclicBarrier together = new CyclicBarrier(2);

	private final RestTestClient client;

	private final int port;

	TwoTestsAtOnce(@Autowired RestTestClient client, @LocalServerPort int port) {
		this.client = client;
		this.port = port;
	}

	@Test
	void first(Telemetry telemetry) throws Exception {
		seesItsOwn(telemetry, "first", 1);
	}

	@Test
	void second(Telemetry telemetry) throws Exception {
		seesItsOwn(telemetry, "second", 3);
	}

	private void seesItsOwn(Telemetry telemetry, String name, int orders) throws Exception {
		together.await(30, TimeUnit.SECONDS);
		for (int i = 0; i < orders; i++) {
			this.client.post().uri("/orders?id=" + name).exchange();
		}
		get("/orders/nobody", Map.of());
		get("/orders/" + name, telemetry.headers());
		together.await(30, TimeUnit.SECONDS);
		assertThat(telemetry.traces()).hasSize(orders + 1);
		assertThat(telemetry.wideEvents()).hasSize(orders + 1);
		assertThat(ids(telemetry)).containsExactly(name);
		assertThat(telemetry).hasRecorded("orders", orders)
			.hasRecorded("http.server.requests", orders + 1)
			.noOrphanRoots();
		assertThat(Failures.message(() -> assertThat(telemetry).hasWideEventWith("url_path", "/orders/nobody")))
			.contains("2 requests came in meanwhile of which nobody knows whose they are", "telemetry.headers()");
		together.await(30, TimeUnit.SECONDS);
	}

	private static Set<Object> ids(Telemetry telemetry) {
		return telemetry.lines()
			.stream()
			.filter((line) -> line.fields().containsKey("order_id"))
			.map((line) -> line.fields().get("order_id"))
			.collect(Collectors.toSet());
	}

	private void get(String path, Map<String, String> headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
		headers.forEach(request::header);
		HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
	}

}
