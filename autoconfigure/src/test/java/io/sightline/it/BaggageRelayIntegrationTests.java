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
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.BaggageInScope;
import io.micrometer.tracing.Tracer;
import io.sightline.tracing.http.ObservedHttpClient;
import io.sightline.tracing.propagation.autoconfigure.PropagationAutoConfiguration;
import io.sightline.tracing.sampling.TailBuffer;
import io.sightline.tracing.sampling.autoconfigure.SamplingAutoConfiguration;
import io.sightline.tracing.sampling.autoconfigure.TraceResponseAutoConfiguration;
import io.sightline.tracing.semconv.autoconfigure.SemanticConventionsAutoConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Traces and baggage leave by real clients to a real server, whose name is listed and
 * whose address is not.
 */
class BaggageRelayIntegrationTests {

	private static final String ALLOWED = "tenant=blue;propagation=unlimited, blue";

	private static final String NONE = "null, null";

	private static final Map<String, Function<ObservationRegistry, Function<String, String>>> CLIENTS = Map.of(
			"RestClient", BaggageRelayIntegrationTests::restClient, "RestTemplate",
			BaggageRelayIntegrationTests::restTemplate, "WebClient", BaggageRelayIntegrationTests::webClient,
			"HttpClient", BaggageRelayIntegrationTests::httpClient);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ObservationAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class,
						OpenTelemetryTracingAutoConfiguration.class, MicrometerTracingAutoConfiguration.class,
						PropagationAutoConfiguration.class, SemanticConventionsAutoConfiguration.class))
		.withPropertyValues("management.tracing.baggage.remote-fields=tenant");

	@SuppressWarnings("NullAway.Init")
	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(0), 0);
		this.server.createContext("/", (exchange) -> {
			Headers headers = exchange.getRequestHeaders();
			String got = headers.containsKey("traceparent") + ": " + headers.getFirst("baggage") + ", "
					+ headers.getFirst("tenant");
			String query = String.valueOf(exchange.getRequestURI().getQuery());
			exchange.getResponseHeaders()
				.add("traceresponse", "00-" + query.replace("trace=", "") + "-b7ad6b7169203331-01");
			exchange.sendResponseHeaders(200, got.length());
			exchange.getResponseBody().write(got.getBytes(StandardCharsets.UTF_8));
			exchange.close();
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "RestClient", "RestTemplate", "WebClient", "HttpClient" })
	void goesToListedHostAndNoOther(String client) {
		this.runner.withPropertyValues("sightline.tracing.baggage.allowed-hosts=localhost").run((context) -> {
			assertThat(call(context, client, "localhost")).isEqualTo("true: " + ALLOWED);
			assertThat(call(context, client, "127.0.0.1")).isEqualTo("false: " + NONE);
		});
	}

	@ParameterizedTest
	@CsvSource({ "'', true", "localhost, false", "127.0.0.1, true", "*, true" })
	void onlyWhoIsToldIsBelieved(String hosts, boolean believed) {
		this.runner
			.withConfiguration(
					AutoConfigurations.of(SamplingAutoConfiguration.class, TraceResponseAutoConfiguration.class))
			.withPropertyValues("management.tracing.sampling.probability=0.0")
			.withPropertyValues((hosts.isEmpty()) ? new String[0]
					: new String[] { "sightline.tracing.baggage.allowed-hosts=" + hosts })
			.run((context) -> {
				for (String client : CLIENTS.keySet()) {
					assertThat(isKeptAfter(context, client)).isEqualTo(believed);
				}
			});
	}

	@Test
	void goesToInternalHostsByDefault() {
		this.runner.run((context) -> {
			assertThat(call(context, "RestClient", "localhost")).endsWith(ALLOWED);
			assertThat(call(context, "RestClient", "127.0.0.1")).endsWith(ALLOWED);
		});
	}

	@Test
	void goesNowhereWithoutHosts() {
		this.runner.withPropertyValues("sightline.tracing.baggage.allowed-hosts=")
			.run((context) -> assertThat(call(context, "RestClient", "localhost")).isEqualTo("false: " + NONE));
	}

	@Test
	void refusesWhatIsNoHost() {
		this.runner.withPropertyValues("sightline.tracing.baggage.allowed-hosts=https://shop")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("sightline.tracing.baggage.allowed-hosts")
				.hasMessageContaining("'https://shop' is not the name of a host"));
	}

	private boolean isKeptAfter(ApplicationContext context, String client) {
		Function<String, String> call = client(context, client);
		return Boolean.TRUE
			.equals(Observation.createNotStarted("caller", context.getBean(ObservationRegistry.class)).observe(() -> {
				String trace = Objects.requireNonNull(context.getBean(Tracer.class).currentSpan()).context().traceId();
				assertThat(call.apply("http://127.0.0.1:" + this.server.getAddress().getPort() + "/?trace=" + trace))
					.endsWith(NONE);
				return context.getBean(TailBuffer.class).answer(trace, false);
			}));
	}

	private static Function<String, String> client(ApplicationContext context, String client) {
		return Objects.requireNonNull(CLIENTS.get(client)).apply(context.getBean(ObservationRegistry.class));
	}

	private String call(ApplicationContext context, String client, String host) {
		ObservationRegistry registry = context.getBean(ObservationRegistry.class);
		Function<String, String> call = client(context, client);
		String url = "http://" + host + ":" + this.server.getAddress().getPort() + "/";
		return Objects.requireNonNull(Observation.createNotStarted("caller", registry).observe(() -> {
			try (BaggageInScope baggage = context.getBean(Tracer.class).createBaggageInScope("tenant", "blue")) {
				return call.apply(url);
			}
		}));
	}

	private static Function<String, String> restClient(ObservationRegistry registry) {
		RestClient client = RestClient.builder().observationRegistry(registry).build();
		return (url) -> String.valueOf(client.get().uri(url).retrieve().body(String.class));
	}

	private static Function<String, String> restTemplate(ObservationRegistry registry) {
		RestTemplate client = new RestTemplate();
		client.setObservationRegistry(registry);
		return (url) -> String.valueOf(client.getForObject(url, String.class));
	}

	private static Function<String, String> webClient(ObservationRegistry registry) {
		WebClient client = WebClient.builder().observationRegistry(registry).build();
		return (url) -> String.valueOf(client.get().uri(url).retrieve().bodyToMono(String.class).block());
	}

	private static Function<String, String> httpClient(ObservationRegistry registry) {
		HttpClient client = ObservedHttpClient.of(HttpClient.newHttpClient(), registry);
		return (url) -> client
			.sendAsync(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
			.join()
			.body();
	}

}
