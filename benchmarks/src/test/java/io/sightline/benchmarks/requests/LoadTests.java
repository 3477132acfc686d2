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

package io.sightline.benchmarks.requests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LoadTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private final Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();

	private final Set<String> paths = ConcurrentHashMap.newKeySet();

	private final AtomicInteger answered = new AtomicInteger();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Load load = new Load(4, "/x/");

	private final HttpServer server;

	private int broken;

	private long length = 3;

	LoadTests() throws IOException {
		System.setProperty("sun.net.httpserver.nodelay", "true");
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
	}

	@BeforeEach
	void start() {
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
		this.threads.shutdownNow();
		this.load.close();
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.clients.add(exchange.getRemoteAddress());
		this.paths.add(exchange.getRequestURI().getPath());
		int status = (this.answered.incrementAndGet() == this.broken) ? 500 : 200;
		exchange.sendResponseHeaders(status, this.length);
		exchange.getResponseBody().write("abc".getBytes(StandardCharsets.UTF_8));
		exchange.close();
	}

	@Test
	void countsAnswersUpToTheLimit() throws Exception {
		assertThat(run(100)).isEqualTo(new LoadResult(100, new TreeMap<>()));
		assertThat(this.answered).hasValue(100);
	}

	@Test
	void readsAnswersThatComeInChunks() throws Exception {
		this.length = 0;
		assertThat(run(100).checked("it").answers()).isEqualTo(100);
	}

	@Test
	void keepsItsConnections() throws Exception {
		run(100);
		assertThat(this.clients).hasSizeLessThanOrEqualTo(4);
	}

	@Test
	void asksForDifferentThings() throws Exception {
		run(100);
		assertThat(this.paths).hasSizeGreaterThanOrEqualTo(25).contains("/x/1");
	}

	@Test
	void endsWhenTheTimeIsOver() throws Exception {
		LoadResult result = this.load.run(port(), Duration.ofMillis(50), Long.MAX_VALUE);
		assertThat(result.checked("it").answers()).isEqualTo(this.answered.get());
	}

	@Test
	void reportsAnAnswerOf500() throws Exception {
		this.broken = 42;
		LoadResult result = run(100);
		assertThat(result.answers()).isEqualTo(99);
		assertThat(result.failures()).isEqualTo(Map.of("status 500", 1L));
		assertThatIllegalStateException().isThrownBy(() -> result.checked("boot"))
			.withMessageContaining("boot", "status 500=1");
	}

	@Test
	void reportsAConnectionThatIsRefused() throws Exception {
		int port = port();
		this.server.stop(0);
		assertThat(this.load.run(port, LONG, 100).failures().values()).containsExactly(4L);
	}

	private LoadResult run(long requests) throws InterruptedException {
		return this.load.run(port(), LONG, requests);
	}

	private int port() {
		return this.server.getAddress().getPort();
	}

}
