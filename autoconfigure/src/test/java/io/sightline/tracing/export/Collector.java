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

package io.sightline.tracing.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;

/**
 * Receives OTLP over HTTP, and answers as the test says.
 */
final class Collector implements AutoCloseable {

	private static final Answer ACCEPT = (exchange) -> respond(exchange, 200, new byte[0]);

	final List<Span> spans = new CopyOnWriteArrayList<>();

	final List<Long> attempts = new CopyOnWriteArrayList<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	private volatile Answer answer = ACCEPT;

	Collector() {
		this(0);
	}

	Collector(int port) {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/v1/traces", this::receive);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	String url() {
		return "http://127.0.0.1:" + port() + "/v1/traces";
	}

	void accept() {
		this.answer = ACCEPT;
	}

	void answer(Answer next) {
		this.answer = next;
	}

	void answer(int status) {
		this.answer = (exchange) -> respond(exchange, status, new byte[0]);
	}

	void answer(int status, String retryAfter) {
		this.answer = (exchange) -> {
			exchange.getResponseHeaders().set("Retry-After", retryAfter);
			respond(exchange, status, new byte[0]);
		};
	}

	void answer(byte[] body) {
		this.answer = (exchange) -> respond(exchange, 200, body);
	}

	void reject(long count) {
		answer(ExportTraceServiceResponse.newBuilder()
			.setPartialSuccess(
					ExportTracePartialSuccess.newBuilder().setRejectedSpans(count).setErrorMessage("too old"))
			.build()
			.toByteArray());
	}

	List<String> names() {
		return this.spans.stream().map(Span::getName).toList();
	}

	static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
		exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
		if (body.length > 0) {
			exchange.getResponseBody().write(body);
		}
		exchange.close();
	}

	private void receive(HttpExchange exchange) throws IOException {
		this.attempts.add(System.nanoTime());
		boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
		try (InputStream body = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
			ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(body.readAllBytes());
			Answer current = this.answer;
			if (current == ACCEPT) {
				request.getResourceSpansList()
					.forEach((resource) -> resource.getScopeSpansList()
						.forEach((scope) -> this.spans.addAll(scope.getSpansList())));
			}
			current.respond(exchange);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	/**
	 * Answers one request.
	 */
	interface Answer {

		void respond(HttpExchange exchange) throws IOException;

	}

}
