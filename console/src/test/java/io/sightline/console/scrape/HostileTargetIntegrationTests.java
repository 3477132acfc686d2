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

package io.sightline.console.scrape;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sightline.console.fetch.Credentials;
import io.sightline.console.fetch.Fetcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Servers that no service is like.
 */
class HostileTargetIntegrationTests {

	private final CountDownLatch end = new CountDownLatch(1);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	private final Fetcher fetcher = new Fetcher("test", Duration.ofMillis(700), 10_000);

	HostileTargetIntegrationTests() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/endless", this::endless);
		this.server.createContext("/silent", (exchange) -> hold(exchange, 0));
		this.server.createContext("/drip", (exchange) -> hold(exchange, 100));
		this.server.createContext("/elsewhere", (exchange) -> {
			exchange.getResponseHeaders().add("Location", "/endless");
			answer(exchange, 302, "");
		});
		this.server.createContext("/secret",
				(exchange) -> answer(exchange, 200, String.valueOf(exchange.getRequestHeaders().get("Authorization"))));
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.end.countDown();
		this.fetcher.close();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	@Test
	void readsNotMoreThanItMay() {
		assertThatThrownBy(() -> get("/endless")).satisfies(
				(problem) -> assertThat(Fetcher.reason(problem)).isEqualTo("answers with more than 10000 bytes"));
	}

	@Test
	void waitsForNobody() {
		long start = System.nanoTime();
		for (String path : List.of("/silent", "/drip")) {
			assertThatThrownBy(() -> get(path))
				.satisfies((problem) -> assertThat(Fetcher.reason(problem)).isEqualTo("does not answer in time"));
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void goesNowhereElse() {
		assertThat(this.fetcher.get(uri("/elsewhere"), "text/plain", Credentials.NONE).join().status()).isEqualTo(302);
	}

	@Test
	void showsItsCredentials() {
		assertThat(text(new Credentials(null, null, "token"))).isEqualTo("[Bearer token]");
		assertThat(text(new Credentials("me", "secret", null))).isEqualTo("[Basic bWU6c2VjcmV0]");
		assertThat(text(Credentials.NONE)).isEqualTo("null");
		assertThat(new Credentials("me", "secret", "token").toString()).isEqualTo("****");
	}

	private String text(Credentials credentials) {
		return this.fetcher.get(uri("/secret"), "text/plain", credentials).join().text();
	}

	private void get(String path) {
		this.fetcher.get(uri(path), "text/plain", Credentials.NONE).join();
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + path);
	}

	private void endless(HttpExchange exchange) throws IOException {
		exchange.sendResponseHeaders(200, 0);
		try (OutputStream body = exchange.getResponseBody()) {
			while (this.end.getCount() > 0) {
				body.write("a 1\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
			}
		}
	}

	private void hold(HttpExchange exchange, int bytes) throws IOException {
		exchange.sendResponseHeaders(200, 0);
		try (OutputStream body = exchange.getResponseBody()) {
			for (int i = 0; i < bytes; i++) {
				body.write('a');
				body.flush();
				this.end.await(100, TimeUnit.MILLISECONDS);
			}
			this.end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(bytes);
		}
	}

}
