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

package io.sightline.samples.demo.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A server on a free port that answers what a test tells it to.
 */
public final class StubServer implements AutoCloseable {

	private final HttpServer server;

	private StubServer(HttpServer server) {
		this.server = server;
	}

	public static StubServer start(Behaviour behaviour) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			try (exchange) {
				Answer answer = behaviour.answer(exchange);
				byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
				exchange.sendResponseHeaders(answer.status(), (body.length > 0) ? body.length : -1);
				exchange.getResponseBody().write(body);
			}
		});
		server.start();
		return new StubServer(server);
	}

	public int port() {
		return this.server.getAddress().getPort();
	}

	public URI uri() {
		return URI.create("http://127.0.0.1:" + port() + "/");
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	public interface Behaviour {

		Answer answer(HttpExchange exchange) throws IOException;

	}

	public record Answer(int status, String body) {

	}

}
