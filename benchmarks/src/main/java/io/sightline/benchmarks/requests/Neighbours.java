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
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * What the services talk to: the one that they ask in each request, and the receiver of
 * spans, which takes all and keeps nothing.
 */
final class Neighbours implements AutoCloseable {

	private static final byte[] ROUTE = "{\"depot\":\"Harbour\",\"kilometres\":42}".getBytes(StandardCharsets.UTF_8);

	private final Map<String, Integer> exports = new ConcurrentHashMap<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	Neighbours() throws IOException {
		// Answers at once, and keeps connections of services whose turn it is not.
		System.setProperty("sun.net.httpserver.nodelay", "true");
		System.setProperty("sun.net.httpserver.idleInterval", "3600");
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/routes/", Neighbours::route);
		this.server.createContext("/otlp/", this::export);
		this.server.start();
	}

	private static void route(HttpExchange exchange) throws IOException {
		drain(exchange);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, ROUTE.length);
		try (OutputStream body = exchange.getResponseBody()) {
			body.write(ROUTE);
		}
	}

	private void export(HttpExchange exchange) throws IOException {
		drain(exchange);
		String[] path = exchange.getRequestURI().getPath().split("/");
		if (path[path.length - 1].equals("traces")) {
			this.exports.merge(path[2], 1, Integer::sum);
		}
		exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
		exchange.sendResponseHeaders(200, -1);
		exchange.close();
	}

	private static void drain(HttpExchange exchange) throws IOException {
		try (InputStream body = exchange.getRequestBody()) {
			body.transferTo(OutputStream.nullOutputStream());
		}
	}

	String downstream() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/**
	 * Where a service exports to; one address each, to know who did.
	 */
	String sink(Variant variant) {
		return downstream() + "/otlp/" + variant.id();
	}

	/**
	 * How many batches of spans have come from a service.
	 */
	int exports(Variant variant) {
		return this.exports.getOrDefault(variant.id(), 0);
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
