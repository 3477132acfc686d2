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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.common.export.ProxyOptions;
import org.jspecify.annotations.Nullable;

/**
 * Sends OTLP over HTTP, one attempt at a time: to the configured address and nowhere
 * else, with a deadline for the whole exchange, and reading a bounded answer.
 */
final class OtlpHttpSender implements HttpSender {

	private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(10);

	private static final int LARGEST_ANSWER = 4 << 20;

	private static final long IDLE_SECONDS = 10;

	private static final int OK = 200;

	private static final int NOT_OK = 300;

	/**
	 * The statuses after which the OTLP specification has a client try again.
	 */
	private static final Set<Integer> TRANSIENT = Set.of(429, 502, 503, 504);

	private final HttpSenderConfig config;

	private final OtlpChannel channel;

	private final ThreadPoolExecutor executor;

	private final HttpClient client;

	private final Duration timeout;

	OtlpHttpSender(HttpSenderConfig config, OtlpChannel channel) {
		this.config = config;
		this.channel = channel;
		this.executor = executor();
		this.client = client(config, this.executor);
		Duration configured = config.getTimeout();
		boolean bounded = !configured.isZero() && configured.compareTo(LONGEST_ATTEMPT) < 0;
		this.timeout = bounded ? configured : LONGEST_ATTEMPT;
		channel.connect(config.getEndpoint().toString(), this::transmit);
	}

	private static ThreadPoolExecutor executor() {
		ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), (task) -> {
					Thread thread = new Thread(task, "sightline-otlp");
					thread.setDaemon(true);
					return thread;
				});
		executor.allowCoreThreadTimeOut(true);
		return executor;
	}

	private static HttpClient client(HttpSenderConfig config, ExecutorService executor) {
		@Nullable ProxyOptions proxy = config.getProxyOptions();
		ProxySelector route = (proxy != null) ? proxy.getProxySelector() : HttpClient.Builder.NO_PROXY;
		HttpClient.Builder builder = HttpClient.newBuilder()
			.executor(executor)
			.version(Version.HTTP_1_1)
			.followRedirects(Redirect.NEVER)
			.proxy(route);
		if (!config.getConnectTimeout().isZero()) {
			builder.connectTimeout(config.getConnectTimeout());
		}
		if (config.getSslContext() != null) {
			builder.sslContext(config.getSslContext());
		}
		return builder.build();
	}

	@Override
	public void send(MessageWriter writer, Consumer<io.opentelemetry.sdk.common.export.HttpResponse> onResponse,
			Consumer<Throwable> onError) {
		try {
			this.channel.send(writer);
			// Our delivery asks the channel. The exporter would only log, at each
			// attempt.
			onResponse.accept(new Answer());
		}
		catch (IOException ex) {
			onError.accept(ex);
		}
	}

	private Reply transmit(MessageWriter message) {
		CompletableFuture<HttpResponse<byte[]>> exchange;
		try {
			exchange = this.client.sendAsync(request(message), (info) -> new CappedBody(LARGEST_ANSWER));
		}
		catch (IOException | RuntimeException ex) {
			return Reply.failed(ex);
		}
		try {
			return reply(exchange.get(this.timeout.toNanos(), TimeUnit.NANOSECONDS));
		}
		catch (TimeoutException ex) {
			return Reply.failed("no answer within " + this.timeout.toMillis() + " ms");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Reply.failed("interrupted");
		}
		catch (ExecutionException ex) {
			return failure(ex.getCause());
		}
		finally {
			exchange.cancel(true);
		}
	}

	private static Reply failure(@Nullable Throwable cause) {
		for (Throwable current = cause; current != null; current = current.getCause()) {
			if (current instanceof CappedBody.TooLargeException) {
				return Reply.refused(Reply.describe(current));
			}
		}
		return (cause != null) ? Reply.failed(cause) : Reply.failed("failed");
	}

	private HttpRequest request(MessageWriter message) throws IOException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.config.getEndpoint())
			.timeout(this.timeout)
			.header("Content-Type", this.config.getContentType())
			.POST(BodyPublishers.ofByteArray(body(message)));
		@Nullable Compressor compressor = this.config.getCompressor();
		if (compressor != null) {
			request.header("Content-Encoding", compressor.getEncoding());
		}
		this.config.getHeadersSupplier()
			.get()
			.forEach((name, values) -> values.forEach((value) -> request.header(name, value)));
		return request.build();
	}

	private byte[] body(MessageWriter message) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(message.getContentLength());
		@Nullable Compressor compressor = this.config.getCompressor();
		try (OutputStream output = (compressor != null) ? compressor.compress(bytes) : bytes) {
			message.writeMessage(output);
		}
		return bytes.toByteArray();
	}

	private static Reply reply(HttpResponse<byte[]> response) {
		int status = response.statusCode();
		if (status >= OK && status < NOT_OK) {
			return OtlpReply.parse(response.body());
		}
		if (!TRANSIENT.contains(status)) {
			return Reply.refused("HTTP status " + status);
		}
		@Nullable Duration wait = response.headers()
			.firstValue("Retry-After")
			.map((value) -> RetryAfter.parse(value, Clock.systemUTC()))
			.orElse(null);
		return Reply.failed("HTTP status " + status, wait);
	}

	@Override
	public CompletableResultCode shutdown() {
		this.executor.shutdown();
		return CompletableResultCode.ofSuccess();
	}

	private record Answer() implements io.opentelemetry.sdk.common.export.HttpResponse {

		@Override
		public int getStatusCode() {
			return OK;
		}

		@Override
		public String getStatusMessage() {
			return "";
		}

		@Override
		public byte[] getResponseBody() {
			return new byte[0];
		}

	}

}
