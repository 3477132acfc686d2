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

package io.sightline.samples.demo.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;

/**
 * Receives spans over OTLP/HTTP in binary protobuf, on a free loopback port. What it
 * cannot read it refuses; what it can read it accepts as a whole, so a partial success is
 * never answered.
 */
public final class SpanReceiver implements AutoCloseable {

	private static final String PATH = "/v1/traces";

	private static final String PROTOBUF = "application/x-protobuf";

	private static final int THREADS = 2;

	private final HttpServer server;

	private final ExecutorService threads;

	private final SpanStore store;

	private final int maxBody;

	private final Consumer<byte[]> relay;

	private SpanReceiver(HttpServer server, SpanStore store, int maxBody, Consumer<byte[]> relay) {
		this.server = server;
		this.store = store;
		this.maxBody = maxBody;
		this.relay = relay;
		this.threads = Executors.newFixedThreadPool(THREADS, (task) -> {
			Thread thread = new Thread(task, "span-receiver");
			thread.setDaemon(true);
			return thread;
		});
	}

	/**
	 * Start a receiver.
	 * @param store takes what arrives
	 * @param maxBody the largest body accepted, in bytes after decompression
	 * @return the running receiver
	 * @throws IOException if it cannot listen
	 */
	public static SpanReceiver start(SpanStore store, int maxBody) throws IOException {
		return start(store, maxBody, (body) -> {
		});
	}

	/**
	 * Start a receiver that hands on what it accepts.
	 * @param store takes what arrives
	 * @param maxBody the largest body accepted, in bytes after decompression
	 * @param relay gets each body and must return at once
	 * @return the running receiver
	 * @throws IOException if it cannot listen
	 */
	public static SpanReceiver start(SpanStore store, int maxBody, Consumer<byte[]> relay) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		SpanReceiver receiver = new SpanReceiver(server, store, maxBody, relay);
		server.createContext(PATH, receiver::handle);
		server.setExecutor(receiver.threads);
		server.start();
		return receiver;
	}

	/**
	 * Return where to send spans.
	 * @return the full URL
	 */
	public URI endpoint() {
		InetSocketAddress address = this.server.getAddress();
		return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + PATH);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			int status = receive(exchange);
			byte[] answer = (status == 200) ? ExportTraceServiceResponse.getDefaultInstance().toByteArray()
					: new byte[0];
			exchange.getResponseHeaders().set("Content-Type", PROTOBUF);
			// With this server -1 means no body, 0 means one of unknown length.
			exchange.sendResponseHeaders(status, (answer.length > 0) ? answer.length : -1);
			exchange.getResponseBody().write(answer);
		}
	}

	private int receive(HttpExchange exchange) throws IOException {
		if (!"POST".equals(exchange.getRequestMethod())) {
			return 405;
		}
		if (!PROTOBUF.equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
			return 415;
		}
		byte[] body;
		try (InputStream in = decompressed(exchange)) {
			body = in.readNBytes(this.maxBody + 1);
		}
		catch (IOException ex) {
			return 400;
		}
		return (body.length > this.maxBody) ? 413 : store(body);
	}

	private static InputStream decompressed(HttpExchange exchange) throws IOException {
		InputStream body = exchange.getRequestBody();
		return "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding")) ? new GZIPInputStream(body)
				: body;
	}

	private int store(byte[] body) {
		try {
			List<Span> spans = OtlpSpans.parse(body);
			this.store.add(spans);
			this.relay.accept(body);
			return 200;
		}
		catch (InvalidProtocolBufferException ex) {
			return 400;
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
