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

package io.sightline.console.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

import io.sightline.console.ConsoleClient;
import io.sightline.console.Otlp;
import io.sightline.console.OtlpMeters;
import io.sightline.shop.Shop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A shop that a console is to find.
 */
final class WatchedShop implements AutoCloseable {

	private static final JsonMapper mapper = new JsonMapper();

	private final HttpClient client = HttpClient.newHttpClient();

	private final ServletWebServerApplicationContext context;

	WatchedShop(int consolePort) {
		this.context = Shop.start("1.2.0", consolePort, ConsoleClient.RECEIVER_TOKEN);
	}

	/**
	 * Write a file with this shop and a target that is down.
	 */
	void listIn(Path file) throws IOException {
		Files.writeString(file,
				"[{\"targets\": [\"127.0.0.1:%d\", \"127.0.0.1:1\"], \"labels\": {\"service\": \"shop-by-file\"}}]"
					.formatted(port()));
	}

	String ask(String path) throws IOException, InterruptedException {
		URI uri = URI.create("http://127.0.0.1:" + port() + path);
		return this.client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
	}

	JsonNode get(String path) throws IOException, InterruptedException {
		return mapper.readTree(ask(path));
	}

	void stock(boolean full) {
		this.context.getBean("stocked", AtomicBoolean.class).set(full);
	}

	private int port() {
		return Objects.requireNonNull(this.context.getWebServer()).getPort();
	}

	/**
	 * Send half an hour of a version of another service, as if it had been watched.
	 */
	static void sendHistory(ConsoleClient console, String version, long started, long good, long bad) {
		long now = Otlp.of("").now();
		for (int minute = 30; minute >= 0; minute--) {
			long done = 30 - minute;
			long time = now - minute * 60_000_000_000L;
			byte[] export = OtlpMeters.of("bakery", version)
				.gauge("sightline_deployment_time_seconds", time, started)
				.requests(time, "SUCCESS", good * done / 30, 0, 0)
				.requests(time, "SERVER_ERROR", 0, bad * done / 10, 0)
				.export();
			assertThat(console.export("/v1/metrics", "application/x-protobuf", export).statusCode()).isEqualTo(200);
		}
	}

	static JsonNode find(JsonNode list, String service) {
		for (JsonNode one : list) {
			if (one.path("service").asString().equals(service)) {
				return one;
			}
		}
		return mapper.createObjectNode();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
