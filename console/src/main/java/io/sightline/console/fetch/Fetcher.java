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

package io.sightline.console.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks other servers. Nobody waits: whoever does not answer in time is given up, and what
 * is too large is not read. Redirects are not followed, so credentials go nowhere else.
 */
public final class Fetcher implements AutoCloseable {

	private static final int THREADS = 2;

	private static final String NO_REQUEST = "cannot be asked: its address or credentials make no request";

	private final ExecutorService threads;

	private final HttpClient client;

	private final Duration timeout;

	private final int maxBytes;

	/**
	 * Create a fetcher.
	 * @param name names its threads
	 * @param timeout for how long an answer may take, all of it
	 * @param maxBytes how large it may be
	 */
	public Fetcher(String name, Duration timeout, int maxBytes) {
		this.timeout = timeout;
		this.maxBytes = maxBytes;
		this.threads = Executors.newFixedThreadPool(THREADS, (task) -> {
			Thread thread = new Thread(task, name);
			thread.setDaemon(true);
			return thread;
		});
		this.client = HttpClient.newBuilder()
			.executor(this.threads)
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(timeout)
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
	}

	/**
	 * Ask.
	 * @param uri what
	 * @param accept which types of content are understood
	 * @param credentials what lets in
	 * @return the answer, or the failure, in time
	 */
	public CompletableFuture<Fetched> get(URI uri, String accept, Credentials credentials) {
		HttpRequest request;
		try {
			request = request(uri, accept, credentials);
		}
		catch (IllegalArgumentException ex) {
			return CompletableFuture.failedFuture(new IOException(NO_REQUEST));
		}
		CompletableFuture<HttpResponse<byte[]>> exchange = this.client.sendAsync(request,
				(info) -> new BoundedBody(this.maxBytes));
		CompletableFuture<Fetched> answer = exchange
			.thenApply((response) -> new Fetched(response.statusCode(), response.body()))
			.orTimeout(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		return answer.whenComplete((fetched, problem) -> {
			if (problem != null) {
				exchange.cancel(true);
			}
		});
	}

	private HttpRequest request(URI uri, String accept, Credentials credentials) {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(this.timeout).header("Accept", accept);
		String header = credentials.header();
		if (header != null) {
			request.header("Authorization", header);
		}
		return request.build();
	}

	/**
	 * Say why something failed, in a few words.
	 * @param problem the failure
	 * @return the reason
	 */
	public static String reason(Throwable problem) {
		Throwable cause = problem;
		while (cause instanceof CompletionException && cause.getCause() != null) {
			cause = cause.getCause();
		}
		if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
			return "does not answer in time";
		}
		if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException
				|| cause.getCause() instanceof UnresolvedAddressException) {
			return "has a name that is not known";
		}
		if (cause instanceof ConnectException) {
			return "does not listen";
		}
		if (cause instanceof IllegalArgumentException) {
			// Its text has the header or the address that is wrong, which may be secret.
			return NO_REQUEST;
		}
		String message = cause.getMessage();
		return (message != null) ? message : cause.getClass().getSimpleName();
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
