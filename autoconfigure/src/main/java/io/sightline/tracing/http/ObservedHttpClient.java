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

package io.sightline.tracing.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * A client of the JDK whose requests are observed as those of Spring's clients are: a
 * span and {@code http.client.requests}, with the context of the trace in the headers.
 * Everything but sending is left to the client it is made of. Safe for use by several
 * threads.
 */
public final class ObservedHttpClient extends HttpClient {

	private final HttpClient delegate;

	private final ClientLifecycle lifecycle;

	private final ObservationRegistry registry;

	private final Function<HttpRequest, @Nullable String> templates;

	private ObservedHttpClient(HttpClient delegate, ObservationRegistry registry,
			Function<HttpRequest, @Nullable String> templates) {
		this.delegate = delegate;
		this.lifecycle = new ClientLifecycle(delegate);
		this.registry = registry;
		this.templates = templates;
	}

	/**
	 * Makes a client whose requests are observed, without the template of their paths.
	 * @param client sends the requests
	 * @param registry where observations go
	 * @return the client to use instead
	 */
	public static ObservedHttpClient of(HttpClient client, ObservationRegistry registry) {
		return of(client, registry, (request) -> null);
	}

	/**
	 * Makes a client whose requests are observed.
	 * @param client sends the requests
	 * @param registry where observations go
	 * @param templates finds the template of the path of a request, such as
	 * {@code /orders/{id}}, or {@code null}; it becomes a tag, so there must be few
	 * @return the client to use instead
	 */
	public static ObservedHttpClient of(HttpClient client, ObservationRegistry registry,
			Function<HttpRequest, @Nullable String> templates) {
		return new ObservedHttpClient(client, registry, templates);
	}

	@Override
	public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
			throws IOException, InterruptedException {
		Exchange exchange = exchange(request);
		Observation observation = observation(exchange).start();
		try (Observation.Scope scope = observation.openScope()) {
			HttpResponse<T> response = this.delegate.send(exchange.outgoing(), handler);
			exchange.setResponse(response);
			return response;
		}
		catch (IOException | InterruptedException | RuntimeException | Error ex) {
			observation.error(ex);
			throw ex;
		}
		finally {
			observation.stop();
		}
	}

	@Override
	public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
		Exchange exchange = exchange(request);
		return observe(exchange, () -> this.delegate.sendAsync(exchange.outgoing(), handler));
	}

	@Override
	public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler,
			HttpResponse.@Nullable PushPromiseHandler<T> pushPromiseHandler) {
		Exchange exchange = exchange(request);
		return observe(exchange, () -> this.delegate.sendAsync(exchange.outgoing(), handler, pushPromiseHandler));
	}

	/**
	 * The derived future ends after the observation does, except when the caller cancels
	 * it: then nobody waits for the one that it comes from.
	 */
	private <T> CompletableFuture<HttpResponse<T>> observe(Exchange exchange,
			Supplier<CompletableFuture<HttpResponse<T>>> sending) {
		Observation observation = observation(exchange).start();
		AtomicBoolean ended = new AtomicBoolean();
		BiConsumer<@Nullable HttpResponse<T>, @Nullable Throwable> end = (response, failure) -> {
			if (ended.compareAndSet(false, true)) {
				end(exchange, observation, response, failure);
			}
		};
		try (Observation.Scope scope = observation.openScope()) {
			CompletableFuture<HttpResponse<T>> derived = sending.get().whenComplete(end);
			CompletableFuture<HttpResponse<T>> unused = derived.whenComplete(end);
			return derived;
		}
		catch (RuntimeException | Error ex) {
			end.accept(null, ex);
			throw ex;
		}
	}

	private static void end(Exchange exchange, Observation observation, @Nullable HttpResponse<?> response,
			@Nullable Throwable failure) {
		if (response != null) {
			exchange.setResponse(response);
		}
		if (failure != null) {
			observation.error(cause(failure));
		}
		observation.stop();
	}

	private static Throwable cause(Throwable failure) {
		return (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause() : failure;
	}

	private Exchange exchange(HttpRequest request) {
		return new Exchange(request, this.templates.apply(request));
	}

	private Observation observation(Exchange exchange) {
		return Observation.createNotStarted(ExchangeConvention.INSTANCE, () -> exchange, this.registry);
	}

	@Override
	public Optional<CookieHandler> cookieHandler() {
		return this.delegate.cookieHandler();
	}

	@Override
	public Optional<Duration> connectTimeout() {
		return this.delegate.connectTimeout();
	}

	@Override
	public Redirect followRedirects() {
		return this.delegate.followRedirects();
	}

	@Override
	public Optional<ProxySelector> proxy() {
		return this.delegate.proxy();
	}

	@Override
	public SSLContext sslContext() {
		return this.delegate.sslContext();
	}

	@Override
	public SSLParameters sslParameters() {
		return this.delegate.sslParameters();
	}

	@Override
	public Optional<Authenticator> authenticator() {
		return this.delegate.authenticator();
	}

	@Override
	public Version version() {
		return this.delegate.version();
	}

	@Override
	public Optional<Executor> executor() {
		return this.delegate.executor();
	}

	/**
	 * Sockets are not observed.
	 */
	@Override
	public WebSocket.Builder newWebSocketBuilder() {
		return this.delegate.newWebSocketBuilder();
	}

	/**
	 * As of JDK 21; does nothing before.
	 */
	public void shutdown() {
		this.lifecycle.shutdown();
	}

	/**
	 * As of JDK 21; does nothing before.
	 * @param duration how long to wait
	 * @return whether all is over
	 * @throws InterruptedException if the thread is interrupted
	 */
	public boolean awaitTermination(Duration duration) throws InterruptedException {
		return this.lifecycle.awaitTermination(duration);
	}

	/**
	 * As of JDK 21; {@code false} before.
	 * @return whether all is over
	 */
	public boolean isTerminated() {
		return this.lifecycle.isTerminated();
	}

	/**
	 * As of JDK 21; does nothing before.
	 */
	public void shutdownNow() {
		this.lifecycle.shutdownNow();
	}

	/**
	 * As of JDK 21; does nothing before.
	 */
	public void close() {
		this.lifecycle.close();
	}

	@Override
	public String toString() {
		return "Observed " + this.delegate;
	}

}
