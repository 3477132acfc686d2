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

package io.sightline.request.servlet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.sql.DataSource;

import ch.qos.logback.classic.Level;
import com.zaxxer.hikari.HikariDataSource;
import io.sightline.logging.CapturedEvent;
import io.sightline.request.RecordedEvents;
import io.sightline.request.WideEventLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a servlet application writes one event for each request, whatever happens.
 */
class WideEventServletIntegrationTests {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static ConfigurableApplicationContext application;

	private static RecordedEvents events;

	private static int port;

	@BeforeAll
	static void start() {
		application = new SpringApplicationBuilder(ServletTestApplication.class)
			.properties("spring.main.web-application-type=servlet", "server.port=0", "spring.application.name=wide",
					"spring.mvc.async.request-timeout=300ms", "sightline.request.slow-threshold=1500ms",
					"sightline.request.user-id.enabled=true", "sightline.request.client-ip.enabled=true",
					"sightline.request.user-agent.enabled=true", "sightline.slo.objectives.orders.target=99",
					"sightline.slo.objectives.orders.match.uri=/orders/{id}")
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
	@CsvSource({ "/orders/1,200,INFO,SUCCESS", "/callable,200,INFO,SUCCESS", "/deferred,200,INFO,SUCCESS",
			"/stream,200,INFO,SUCCESS", "/events,200,INFO,SUCCESS", "/async-fails,500,ERROR,SERVER_ERROR",
			"/deferred-times-out,503,ERROR,SERVER_ERROR", "/fails,500,ERROR,SERVER_ERROR",
			"/handled,422,INFO,CLIENT_ERROR", "/filter-fails,500,ERROR,SERVER_ERROR", "/rejected,403,INFO,CLIENT_ERROR",
			"/nothing,404,INFO,CLIENT_ERROR", "/raw-async,200,INFO,SUCCESS", "/sends-error,502,ERROR,SERVER_ERROR",
			"/redirects,302,INFO,REDIRECTION" })
	void writesOneEvent(String path, int status, String level, String outcome) throws Exception {
		HttpResponse<String> response = get(path);
		CapturedEvent event = events.only(path);
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(event.getLevel()).hasToString(level);
		assertThat(RecordedEvents.fields(event)).containsEntry("event_type", "http_request")
			.containsEntry("status_code", String.valueOf(status))
			.containsEntry("outcome", outcome)
			.containsEntry("content_length", String.valueOf(response.body().getBytes(StandardCharsets.UTF_8).length))
			.containsKeys("duration_ms", "uptime_seconds", "log_error_count", "log_warn_count")
			.doesNotContainKeys("http_method", "http_route", "url_path", "request_id", "trace_id");
	}

	@Test
	void carriesTheRequestAndItsTrace() throws Exception {
		HttpResponse<String> response = get("/orders/2?secret=1");
		CapturedEvent event = events.only("/orders/2");
		assertThat(event.getFormattedMessage()).matches("GET /orders/\\{id} 200 \\d+\\.\\d ms");
		assertThat(RecordedEvents.request(event).requestId())
			.isEqualTo(response.headers().firstValue("X-Request-ID").orElseThrow());
		assertThat(RecordedEvents.trace(event).traceId())
			.isEqualTo(response.headers().firstValue("X-Trace-ID").orElseThrow());
	}

	@Test
	void carriesTheTraceOfAnUnhandledError() throws Exception {
		HttpResponse<String> response = get("/fails-too");
		CapturedEvent event = events.only("/fails-too");
		assertThat(event.trace()).isNotNull();
		assertThat(RecordedEvents.fields(event)).containsEntry("error_type", IllegalStateException.class.getName())
			.containsEntry("error_message", "it failed")
			.containsEntry("log_error_count", "1");
		assertThat(response.headers().firstValue("X-Request-ID")).isPresent();
	}

	@Test
	void tellsWhetherItWasGoodForItsObjectives() throws Exception {
		get("/orders/good");
		get("/handled-for-none");
		assertThat(RecordedEvents.fields(events.only("/orders/good"))).containsEntry("slo_good.orders", "true");
		assertThat(RecordedEvents.fields(events.only("/handled-for-none"))).doesNotContainKey("slo_good.orders");
	}

	@Test
	void carriesAHandledError() throws Exception {
		get("/handled-too");
		assertThat(RecordedEvents.fields(events.only("/handled-too"))).containsEntry("error_type",
				IllegalArgumentException.class.getName());
	}

	@Test
	void carriesWhatTheApplicationAdds() throws Exception {
		get("/adds");
		CapturedEvent event = events.only("/adds");
		assertThat(event.getKeyValuePairs())
			.anyMatch((pair) -> "order.total".equals(pair.key) && pair.value.equals(12.5))
			.anyMatch((pair) -> "app_status_code".equals(pair.key))
			.anyMatch((pair) -> "from.contributor".equals(pair.key))
			.anyMatch((pair) -> "from.child".equals(pair.key));
	}

	@Test
	void countsOutgoingCallsAndQueries() throws Exception {
		get("/calls");
		Map<String, Object> fields = RecordedEvents.fields(events.only("/calls"));
		assertThat(fields).containsEntry("http_client_count", "3").containsEntry("db_query_count", "3");
		assertThat(Double.parseDouble((String) fields.get("http_client_duration_ms"))).isPositive();
	}

	@Test
	void sumsUpWhatTheDatabaseDid() throws Exception {
		assertThat(application.getBean(DataSource.class).isWrapperFor(HikariDataSource.class)).isTrue();
		get("/queries");
		Map<String, Object> fields = RecordedEvents.fields(events.only("/queries"));
		assertThat(fields).containsEntry("db_query_count", "4");
		assertThat(Double.parseDouble((String) fields.get("db_duration_ms"))).isPositive()
			.isLessThan(Double.parseDouble((String) fields.get("duration_ms")));
	}

	@Test
	void saysNothingOfDatabasesWithoutQueries() throws Exception {
		get("/orders/no-queries");
		assertThat(RecordedEvents.fields(events.only("/orders/no-queries"))).doesNotContainKeys("db_query_count",
				"db_duration_ms", "http_client_count");
	}

	@Test
	void warnsOfASlowRequest() throws Exception {
		get("/slow");
		assertThat(events.only("/slow").getLevel()).isEqualTo(Level.WARN);
	}

	@Test
	void carriesTheCaller() throws Exception {
		get("/user");
		CapturedEvent event = events.only("/user");
		assertThat(RecordedEvents.request(event).userId()).isEqualTo("ada");
		assertThat(RecordedEvents.request(event).caller().clientIp()).isEqualTo("127.0.0.1");
		assertThat(RecordedEvents.request(event).caller().userAgent()).startsWith("Java-http-client");
	}

	@Test
	void tellsThatTheClientWentAway() throws Exception {
		send("GET /endless HTTP/1.1\r\nHost: localhost\r\n\r\n", 1);
		CapturedEvent event = events.only("/endless");
		assertThat(RecordedEvents.fields(event)).containsEntry("outcome", "CLIENT_ABORTED");
		assertThat(event.getLevel()).isNotEqualTo(Level.ERROR);
	}

	@Test
	void writesTheEventOfARequestThatTheServerRefuses() throws Exception {
		send("GET /bad|path HTTP/1.1\r\nHost: localhost\r\n\r\n", 12);
		CapturedEvent event = events.of("-", 1).get(0);
		assertThat(RecordedEvents.fields(event)).containsEntry("status_code", "400");
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
	void keepsSilentAboutNoiseUnlessItFails() throws Exception {
		get("/actuator/health");
		get("/orders/3");
		assertThat(events.of("/orders/3", 1)).hasSize(1);
		assertThat(events.of("/actuator/health")).isEmpty();
	}

	private static HttpResponse<String> get(String path) throws Exception {
		return CLIENT.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private static void send(String request, int bytes) {
		try (Socket socket = new Socket("localhost", port)) {
			socket.setSoLinger(true, 0);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			assertThat(socket.getInputStream().readNBytes(bytes)).hasSize(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
