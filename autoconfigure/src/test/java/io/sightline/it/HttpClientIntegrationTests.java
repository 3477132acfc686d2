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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sightline.tracing.http.ObservedHttpClient;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The JDK's client, observed, against a real server.
 */
class HttpClientIntegrationTests {

	private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

	private static final CountDownLatch released = new CountDownLatch(1);

	@SuppressWarnings("NullAway.Init")
	private static ConfigurableApplicationContext context;

	@SuppressWarnings("NullAway.Init")
	private static HttpServer server;

	private final ObservedHttpClient client = ObservedHttpClient.of(HttpClient.newHttpClient(),
			context.getBean(ObservationRegistry.class), HttpClientIntegrationTests::template);

	@BeforeAll
	static void start() throws IOException {
		context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.application.name=caller")
			.run();
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/orders", (exchange) -> answer(exchange, 200));
		server.createContext("/broken", (exchange) -> answer(exchange, 503));
		server.createContext("/hanging", HttpClientIntegrationTests::hang);
		server.setExecutor((task) -> new Thread(task).start());
		server.start();
	}

	@AfterAll
	static void stop() {
		released.countDown();
		server.stop(0);
		context.close();
	}

	@BeforeEach
	void forget() {
		context.getBean(SdkTracerProvider.class).forceFlush();
		context.getBean(InMemorySpanExporter.class).reset();
	}

	@ParameterizedTest
	@EnumSource
	void requestIsSpanOfTheTraceThatGoesOn(Way way) {
		HttpResponse<String> response = observed(() -> way.send(this.client, get("/orders/7?token=s3cret")));
		SpanData span = span("GET /orders/{id}");
		assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
		assertThat(span.getParentSpanContext().isValid()).isTrue();
		assertThat(response.body()).isEqualTo("00-%s-%s-%s/mine/", span.getTraceId(), span.getSpanId(),
				span.getSpanContext().getTraceFlags().asHex());
	}

	@ParameterizedTest
	@EnumSource
	void spanHasNamesOfTheConventions(Way way) {
		way.send(this.client, get("/orders/7?token=s3cret"));
		assertThat(span("GET /orders/{id}").getAttributes().asMap())
			.containsEntry(AttributeKey.stringKey("http.request.method"), "GET")
			.containsEntry(AttributeKey.stringKey("url.template"), "/orders/{id}")
			.containsEntry(AttributeKey.longKey("http.response.status_code"), 200L)
			.containsEntry(AttributeKey.stringKey("server.address"), "127.0.0.1")
			.hasEntrySatisfying(AttributeKey.stringKey("url.full"),
					(url) -> assertThat(url.toString()).contains("/orders/7").doesNotContain("s3cret"));
	}

	@ParameterizedTest
	@EnumSource
	void requestIsCountedLikeThoseOfSpring(Way way) {
		long before = count("200", "SUCCESS", "none");
		way.send(this.client, get("/orders/7"));
		Awaitility.await().until(() -> count("200", "SUCCESS", "none") == before + 1);
	}

	@ParameterizedTest
	@EnumSource
	void answerOfAnErrorIsAnError(Way way) {
		assertThat(way.send(this.client, get("/broken")).statusCode()).isEqualTo(503);
		SpanData span = span("GET");
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(span.getAttributes().get(ERROR_TYPE)).isEqualTo("503");
	}

	@ParameterizedTest
	@EnumSource
	void failureIsThrownAndTold(Way way) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:1/orders/1")).build();
		long before = count("CLIENT_ERROR", "UNKNOWN", "ConnectException");
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> way.send(this.client, request))
			.withCauseInstanceOf(IOException.class);
		assertThat(span("GET /orders/{id}").getAttributes().get(ERROR_TYPE)).isEqualTo("java.net.ConnectException");
		assertThat(count("CLIENT_ERROR", "UNKNOWN", "ConnectException")).isEqualTo(before + 1);
	}

	@Test
	void cancelledRequestEnds() {
		CompletableFuture<HttpResponse<String>> future = this.client.sendAsync(get("/hanging"),
				BodyHandlers.ofString());
		assertThat(future.cancel(true)).isTrue();
		assertThat(span("GET").getAttributes().get(ERROR_TYPE)).contains("CancellationException");
	}

	@Test
	void sendsBodyAndHeadersOfTheRequest() throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(uri("/orders/7"))
			.header("X-Own", "mine")
			.header("traceparent", "stale")
			.POST(HttpRequest.BodyPublishers.ofString("two"))
			.build();
		assertThat(this.client.send(request, BodyHandlers.ofString()).body()).endsWith("/mine/two")
			.doesNotContain("stale");
	}

	private static HttpResponse<String> observed(Supplier<HttpResponse<String>> call) {
		HttpResponse<String> response = Observation
			.createNotStarted("parent", context.getBean(ObservationRegistry.class))
			.observe(call);
		return Objects.requireNonNull(response);
	}

	private static @Nullable String template(HttpRequest request) {
		return (request.uri().getPath().startsWith("/orders/")) ? "/orders/{id}" : null;
	}

	private static HttpRequest get(String path) {
		return HttpRequest.newBuilder(uri(path)).header("X-Own", "mine").build();
	}

	private static URI uri(String path) {
		return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
	}

	private static void answer(HttpExchange exchange, int status) throws IOException {
		byte[] body = (exchange.getRequestHeaders().getFirst("traceparent") + "/"
				+ exchange.getRequestHeaders().getFirst("X-Own") + "/"
				+ new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
			.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private static void hang(HttpExchange exchange) throws IOException {
		try {
			released.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		answer(exchange, 200);
	}

	private static SpanData span(String name) {
		InMemorySpanExporter exporter = context.getBean(InMemorySpanExporter.class);
		Awaitility.await().until(() -> {
			context.getBean(SdkTracerProvider.class).forceFlush();
			return exporter.getFinishedSpanItems().stream().anyMatch((span) -> span.getKind() == SpanKind.CLIENT);
		});
		assertThat(exporter.getFinishedSpanItems()).extracting(SpanData::getName).contains(name);
		return exporter.getFinishedSpanItems()
			.stream()
			.filter((span) -> span.getName().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static long count(String status, String outcome, String exception) {
		Timer timer = context.getBean(MeterRegistry.class)
			.find("http.client.requests")
			.tags("method", "GET", "uri", "/orders/{id}", "status", status, "outcome", outcome, "exception", exception,
					"client.name", "127.0.0.1")
			.timer();
		return (timer != null) ? timer.count() : 0;
	}

	/** How a request is sent. */
	enum Way {

		NOW {
			@Override
			HttpResponse<String> send(HttpClient client, HttpRequest request) {
				try {
					return client.send(request, BodyHandlers.ofString());
				}
				catch (IOException | InterruptedException ex) {
					throw new CompletionException(ex);
				}
			}
		},
		LATER {
			@Override
			HttpResponse<String> send(HttpClient client, HttpRequest request) {
				return client.sendAsync(request, BodyHandlers.ofString()).join();
			}
		},
		WITH_PUSH {
			@Override
			HttpResponse<String> send(HttpClient client, HttpRequest request) {
				return client.sendAsync(request, BodyHandlers.ofString(), (initiating, pushed, acceptor) -> {
				}).join();
			}
		};

		abstract HttpResponse<String> send(HttpClient client, HttpRequest request);

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		InMemorySpanExporter spanExporter() {
			return InMemorySpanExporter.create();
		}

	}

}
