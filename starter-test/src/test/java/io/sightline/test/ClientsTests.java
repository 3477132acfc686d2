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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ShopTest
class ClientsTests {

	private final int port;

	ClientsTests(@LocalServerPort int port) {
		this.port = port;
	}

	@Test
	void collectsRequestsOfRestTestClient(Telemetry telemetry, @Autowired RestTestClient client) {
		client.get().uri("/orders/rest").exchange();
		assertThat(telemetry).hasTrace().withSpan("GET /orders/{id}");
		assertThat(telemetry).hasWideEventWith("url_path", "/orders/rest");
	}

	@Test
	void collectsRequestsOfWebTestClient(Telemetry telemetry, @Autowired WebTestClient client) {
		client.get().uri("/orders/web").exchange();
		assertThat(telemetry).hasTrace().withSpan("GET /orders/{id}");
		assertThat(telemetry).hasWideEventWith("url_path", "/orders/web");
	}

	@Test
	void collectsRequestsOfAnyClientWhileAlone(Telemetry telemetry) {
		RestClient.create(url("/orders/any")).get().retrieve().toBodilessEntity();
		assertThat(telemetry).hasTrace().withSpan("GET /orders/{id}");
		assertThat(telemetry).hasRecorded("http.server.requests", 1);
	}

	@Test
	void collectsRequestsOfCallerWithTrace(Telemetry telemetry) throws Exception {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
		get("/orders/traced", Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
		assertThat(telemetry).hasTrace().withSpan("GET /orders/{id}");
		assertThat(telemetry).noOrphanRoots();
		assertThat(telemetry.traces()).extracting(Trace::id).containsExactly(trace);
	}

	@Test
	void leavesOutRequestsOfTestsThatAreOver(Telemetry telemetry) throws Exception {
		get("/orders/late", Map.of(TestRuns.MARK, "over"));
		get("/orders/mine", telemetry.headers());
		assertThat(telemetry).hasWideEventWith("url_path", "/orders/mine");
		assertThat(telemetry.wideEvents()).hasSize(1);
		assertThat(telemetry).hasRecorded("http.server.requests", 1);
	}

	private void get(String path, Map<String, String> headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)));
		headers.forEach(request::header);
		HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
	}

	private String url(String path) {
		return "http://localhost:" + this.port + path;
	}

}
