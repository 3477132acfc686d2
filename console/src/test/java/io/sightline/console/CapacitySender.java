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

package io.sightline.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;

/**
 * A process that sends spans and log lines, as many of each: so many a second, or as fast
 * as they are taken.
 */
public final class CapacitySender {

	static final int BATCH = 500;

	private final HttpClient client = HttpClient.newHttpClient();

	private final String root;

	private final long perSecond;

	private CapacitySender(String root, long perSecond) {
		this.root = root;
		this.perSecond = perSecond;
	}

	/**
	 * Send.
	 * @param arguments the port, how many of each, how many of each a second (0: as fast
	 * as they are taken)
	 * @throws Exception if nobody takes them
	 */
	public static void main(String[] arguments) throws Exception {
		List<byte[]> traces = new ArrayList<>();
		List<byte[]> logs = new ArrayList<>();
		int items = Integer.parseInt(arguments[1]);
		for (int sent = 0; sent < items; sent += BATCH) {
			Otlp export = Otlp.of("service-" + (sent / BATCH) % 5);
			for (int i = sent; i < Math.min(items, sent + BATCH); i++) {
				add(export, i);
			}
			traces.add(export.traces());
			logs.add(export.logs());
		}
		CapacitySender sender = new CapacitySender("http://localhost:" + arguments[0], Long.parseLong(arguments[2]));
		CountDownLatch ready = new CountDownLatch(1);
		CompletableFuture<Long> spans = sender.start("/v1/traces", traces, ready);
		CompletableFuture<Long> lines = sender.start("/v1/logs", logs, ready);
		long start = System.nanoTime();
		ready.countDown();
		long again = spans.get() + lines.get();
		System.out.println((System.nanoTime() - start) / 1_000_000 + " ms, " + again + " batches sent again");
	}

	private CompletableFuture<Long> start(String path, List<byte[]> batches, CountDownLatch ready) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				ready.await();
				return send(path, batches);
			}
			catch (IOException | InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}, (work) -> new Thread(work).start());
	}

	private long send(String path, List<byte[]> batches) throws IOException, InterruptedException {
		long start = System.nanoTime();
		long again = 0;
		for (int i = 0; i < batches.size(); i++) {
			if (this.perSecond > 0) {
				LockSupport.parkNanos(start + i * BATCH * 1_000_000_000L / this.perSecond - System.nanoTime());
			}
			while (!isTaken(path, batches.get(i))) {
				again++;
				LockSupport.parkNanos(50_000_000);
			}
		}
		return again;
	}

	private boolean isTaken(String path, byte[] body) throws IOException, InterruptedException {
		HttpResponse<Void> response = this.client.send(HttpRequest.newBuilder(URI.create(this.root + path))
			.header("Authorization", "Bearer " + ConsoleClient.RECEIVER_TOKEN)
			.header("Content-Type", "application/x-protobuf")
			.POST(BodyPublishers.ofByteArray(body))
			.build(), BodyHandlers.discarding());
		if (response.statusCode() != 200 && response.statusCode() != 503) {
			throw new IOException("Answered with " + response.statusCode());
		}
		return response.statusCode() == 200;
	}

	/** Four spans a trace, of which one is an event. */
	private static void add(Otlp export, int i) {
		long trace = 1 + i / 4;
		boolean root = i % 4 == 0;
		export.span(
				new Otlp.Piece(trace, 1 + i, root ? 0 : 2 + 4 * (trace - 1) - 1,
						root ? SpanKind.SPAN_KIND_SERVER : SpanKind.SPAN_KIND_CLIENT, "GET /things/{id}"),
				0, i % 100, i % 500 == 0, "http.request.method", "GET", "http.route", "/things/{id}",
				"http.response.status_code", "200", "url.path", "/things/" + i, "customer", "c" + i % 1000, "region",
				(i % 3 == 0) ? "eu" : "us", "server.address", "localhost", "url.scheme", "http");
		export.line(9, "Something of number " + i + " was done", trace, 1 + i);
	}

}
