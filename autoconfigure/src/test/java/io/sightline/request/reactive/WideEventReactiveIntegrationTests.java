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

package io.sightline.request.reactive;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.sightline.context.WideEvent;
import io.sightline.logging.CapturedEvent;
import io.sightline.request.RecordedEvents;
import io.sightline.request.WideEventLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a reactive application writes one event for each request, whatever happens.
 */
class WideEventReactiveIntegrationTests {

	private static ConfigurableApplicationContext application;

	private static RecordedEvents events;

	private static int port;

	@BeforeAll
	static void start() {
		application = new SpringApplicationBuilder(TestApplication.class)
			.properties("spring.main.web-application-type=reactive", "server.port=0", "spring.application.name=wide",
					"sightline.request.slow-threshold=10s")
			.run();
		port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
		events = RecordedEvents.from(WideEventLog.LOGGER);
	}

	@AfterAll
	static void stop() {
		events.close();
		application.close();
		assertThat(events.all()).extracting((event) -> RecordedEvents.request(event).requestId())
			.doesNotHaveDuplicates();
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "/orders/1,200,INFO,SUCCESS", "/stream,200,INFO,SUCCESS", "/fails,500,ERROR,SERVER_ERROR",
			"/conflict,409,INFO,CLIENT_ERROR", "/filter-fails,500,ERROR,SERVER_ERROR",
			"/nothing,404,INFO,CLIENT_ERROR" })
	void writesOneEvent(String path, int status, String level, String outcome) throws Exception {
		HttpResponse<String> response = get(path);
		CapturedEvent event = events.only(path);
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(event.getLevel()).hasToString(level);
		assertThat(RecordedEvents.fields(event)).containsEntry("status_code", String.valueOf(status))
			.containsEntry("outcome", outcome)
			.containsEntry("content_length", String.valueOf(response.body().getBytes(StandardCharsets.UTF_8).length));
	}

	@Test
	void carriesTheRequestItsRouteAndItsTrace() throws Exception {
		HttpResponse<String> response = get("/orders/2");
		CapturedEvent event = events.only("/orders/2");
		assertThat(event.getFormattedMessage()).startsWith("GET /orders/{id} 200 ");
		assertThat(RecordedEvents.request(event).requestId())
			.isEqualTo(response.headers().firstValue("X-Request-ID").orElseThrow());
		assertThat(RecordedEvents.trace(event).traceId())
			.isEqualTo(response.headers().firstValue("X-Trace-ID").orElseThrow());
	}

	@Test
	void carriesWhatTheApplicationAdds() throws Exception {
		get("/adds");
		assertThat(RecordedEvents.fields(events.only("/adds"))).containsEntry("order.total", "12.5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/fails-body", "/problem", "/nothing-there" })
	void tellsTheIdsInBodiesOfErrors(String path) throws Exception {
		HttpResponse<String> response = get(path);
		assertThat(response.body())
			.contains("\"request_id\":\"" + response.headers().firstValue("X-Request-ID").orElseThrow() + "\"")
			.contains("\"trace_id\":\"" + response.headers().firstValue("X-Trace-ID").orElseThrow() + "\"");
	}

	@Test
	void tellsThatTheClientWentAway() throws Exception {
		try (Socket socket = new Socket("localhost", port)) {
			socket.getOutputStream()
				.write("GET /never HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			assertThat(socket.getInputStream().readNBytes(12)).asString(StandardCharsets.US_ASCII)
				.isEqualTo("HTTP/1.1 200");
		}
		assertThat(RecordedEvents.fields(events.only("/never"))).containsEntry("outcome", "CLIENT_ABORTED");
	}

	private static HttpResponse<String> get(String path) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
					HttpResponse.BodyHandlers.ofString());
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Handlers.class)
	static class TestApplication {

		@Bean
		WebFilter failingFilter() {
			return (exchange, chain) -> "/filter-fails".equals(exchange.getRequest().getURI().getPath())
					? Mono.error(new IllegalStateException("filter")) : chain.filter(exchange);
		}

	}

	@RestController
	static final class Handlers {

		@GetMapping("/orders/{id}")
		Mono<String> order(@PathVariable String id) {
			return Mono.just("örder " + id);
		}

		@GetMapping("/stream")
		Flux<String> stream() {
			return Flux.range(0, 100).map(String::valueOf);
		}

		@GetMapping({ "/fails", "/fails-body" })
		Mono<String> fails() {
			return Mono.error(new IllegalStateException("it failed"));
		}

		@GetMapping("/problem")
		Mono<ProblemDetail> problem() {
			return Mono.just(ProblemDetail.forStatus(418));
		}

		@GetMapping("/conflict")
		Mono<String> conflict() {
			return Mono.error(new ResponseStatusException(HttpStatus.CONFLICT));
		}

		@GetMapping("/adds")
		Mono<String> adds() {
			return Mono.delay(Duration.ofMillis(1)).map((tick) -> {
				WideEvent.current().put("order.total", 12.5);
				return "added";
			});
		}

		@GetMapping(path = "/never", produces = "text/event-stream")
		Flux<String> never() {
			return Flux.concat(Mono.just("first"), Mono.never());
		}

	}

}
