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

package io.sightline.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;

/**
 * Receives traces as a collector does: OTLP over HTTP, in protobuf; or anything as text.
 */
final class OtlpReceiver implements AutoCloseable {

	private final List<ResourceSpans> received = new CopyOnWriteArrayList<>();

	private final List<String> texts = new CopyOnWriteArrayList<>();

	private final List<ResourceLogs> logs = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private volatile CountDownLatch gate = new CountDownLatch(0);

	OtlpReceiver() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/v1/traces", this::receiveTraces);
		this.server.createContext("/v1/logs", this::receiveLogs);
		this.server.createContext("/text", this::receiveText);
		this.server.start();
	}

	String url(String path) {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + path;
	}

	/**
	 * Takes what comes, and does not answer until it is let.
	 */
	void hang() {
		this.gate = new CountDownLatch(1);
	}

	void goOn() {
		this.gate.countDown();
	}

	List<Span> spans() {
		return this.received.stream()
			.flatMap((resource) -> resource.getScopeSpansList().stream())
			.flatMap((scope) -> scope.getSpansList().stream())
			.toList();
	}

	List<String> spanNames() {
		return spans().stream().map(Span::getName).toList();
	}

	List<LogRecord> logs() {
		return this.logs.stream()
			.flatMap((resource) -> resource.getScopeLogsList().stream())
			.flatMap((scope) -> scope.getLogRecordsList().stream())
			.toList();
	}

	List<String> texts() {
		return this.texts;
	}

	Map<String, String> resource() {
		return this.received.get(0)
			.getResource()
			.getAttributesList()
			.stream()
			.collect(Collectors.toMap((attribute) -> attribute.getKey(),
					(attribute) -> attribute.getValue().getStringValue()));
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void receiveTraces(HttpExchange exchange) throws IOException {
		awaitGate();
		this.received.addAll(ExportTraceServiceRequest.parseFrom(body(exchange)).getResourceSpansList());
		exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
		exchange.sendResponseHeaders(200, -1);
		exchange.close();
	}

	private void receiveLogs(HttpExchange exchange) throws IOException {
		this.logs.addAll(ExportLogsServiceRequest.parseFrom(body(exchange)).getResourceLogsList());
		exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
		exchange.sendResponseHeaders(200, -1);
		exchange.close();
	}

	private void awaitGate() {
		try {
			this.gate.await(2, TimeUnit.MINUTES);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void receiveText(HttpExchange exchange) throws IOException {
		this.texts.add(new String(body(exchange), java.nio.charset.StandardCharsets.UTF_8));
		exchange.sendResponseHeaders(202, -1);
		exchange.close();
	}

	private static byte[] body(HttpExchange exchange) throws IOException {
		boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
		try (InputStream body = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
			return body.readAllBytes();
		}
	}

}
