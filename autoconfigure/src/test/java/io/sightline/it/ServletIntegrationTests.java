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

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.example.servlet.ServletApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A servlet application, in a JVM of its own, with nothing set but its name, where to
 * listen and where its traces go.
 */
class ServletIntegrationTests {

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	private static final String PARENT = "b7ad6b7169203331";

	private static final OtlpReceiver collector = new OtlpReceiver();

	private static final ForkedApplication application = ForkedApplication.start(ServletApplication.class,
			"--spring.application.name=shop", "--server.port=0",
			"--management.opentelemetry.tracing.export.otlp.endpoint=" + collector.url("/v1/traces"));

	@AfterAll
	static void stop() {
		application.close();
		collector.close();
	}

	@Test
	void writesStrictJsonFromTheFirstByte() {
		assertThat(application.output()).isNotEmpty().allMatch((line) -> line.startsWith("{") && line.endsWith("}"));
		assertThat(application.lines()).allSatisfy((line) -> {
			assertThat(line.path("timestamp").asString())
				.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
			assertThat(line.path("service").asString()).isEqualTo("shop");
			assertThat(line.path("environment").asString()).isEqualTo("default");
			assertThat(List.of("level", "logger", "thread", "message", "version", "instance"))
				.allMatch((field) -> line.path(field).isString());
			// What Logback's context holds is nobody's business.
			assertThat(line.propertyNames()).noneMatch((name) -> name.equals("PID") || name.contains("LOG_"));
		});
		assertThat(application.errors()).isEmpty();
	}

	@Test
	void startsWithoutWarning() {
		assertThat(application.lines()).filteredOn((line) -> line.path("thread").asString().equals("main"))
			.noneMatch((line) -> List.of("WARN", "ERROR").contains(line.path("level").asString()));
	}

	@Test
	void namesOneInstance() {
		assertThat(application.lines()).extracting((line) -> line.path("instance").asString())
			.containsOnly(application.lines().get(0).path("instance").asString());
	}

	@Test
	void correlatesLineAndResponse() {
		HttpResponse<String> response = application.get("/orders/42?secret=1", "X-Request-ID", "correlated");
		JsonNode line = application.awaitLine("Order 42 read");
		assertThat(line.path("trace_id").asString()).isEqualTo(header(response, "X-Trace-ID")).hasSize(32);
		assertThat(line.path("span_id").asString()).hasSize(16);
		assertThat(line.path("trace_flags").asString()).matches("0[13]");
		assertThat(line.path("sampled").asBoolean()).isTrue();
		assertThat(line.path("request_id").asString()).isEqualTo("correlated");
		assertThat(line.path("http_method").asString()).isEqualTo("GET");
		assertThat(line.path("http_route").asString()).isEqualTo("/orders/{id}");
		assertThat(line.path("url_path").asString()).isEqualTo("/orders/42");
	}

	@Test
	void tellsTheSameFlagsInsideAndOutsideOfTheSpan() {
		application.get("/orders/44", "X-Request-ID", "flags");
		Awaitility.await().until(() -> application.linesOf("flags").size() > 1);
		assertThat(application.linesOf("flags")).extracting((line) -> line.path("trace_flags").asString())
			.allMatch((flags) -> flags.matches("0[13]"))
			.hasSizeGreaterThan(1)
			.allMatch(application.linesOf("flags").get(0).path("trace_flags").asString()::equals);
	}

	@Test
	void writesFieldsOfTheApplicationWithoutForgery() {
		application.get("/orders/43");
		JsonNode line = application.awaitLine("Order 43 read");
		assertThat(line.path("order_id").asString()).isEqualTo("43");
		assertThat(line.path("app_trace_id").asString()).isEqualTo("forged");
		assertThat(line.path("trace_id").asString()).hasSize(32);
	}

	@Test
	void keepsHarmlessRequestId() {
		assertThat(header(application.get("/echo", "X-Request-ID", "a.b:c-1"), "X-Request-ID")).isEqualTo("a.b:c-1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "<script>", "\u00e9" })
	void replacesOtherRequestId(String id) {
		assertThat(header(application.get("/echo", "X-Request-ID", id), "X-Request-ID")).satisfies(UUID::fromString);
	}

	@ParameterizedTest
	@MethodSource("propagations")
	void continuesTraceOfTheCaller(String[] headers) {
		assertThat(header(application.get("/echo", headers), "X-Trace-ID")).isEqualTo(TRACE);
	}

	static Stream<Arguments> propagations() {
		return Stream
			.<String[]>of(new String[] { "traceparent", "00-" + TRACE + "-" + PARENT + "-01" },
					new String[] { "b3", TRACE + "-" + PARENT + "-1" },
					new String[] { "X-B3-TraceId", TRACE, "X-B3-SpanId", PARENT, "X-B3-Sampled", "1" })
			.map((headers) -> Arguments.of((Object) headers));
	}

	@Test
	void handsTraceToEveryClient() {
		HttpResponse<String> response = application.get("/calls");
		assertThat(response.body().replaceAll("[\\[\\]\"]", "").split(",")).hasSize(4)
			.allMatch((traceparent) -> traceparent.startsWith("00-" + header(response, "X-Trace-ID") + "-"));
	}

	@Test
	void keepsIdsInTheBackground() {
		HttpResponse<String> response = application.get("/background", "X-Request-ID", "background");
		JsonNode line = application.awaitLine("Working in the background");
		assertThat(line.path("trace_id").asString()).isEqualTo(header(response, "X-Trace-ID"));
		assertThat(line.path("request_id").asString()).isEqualTo("background");
		assertThat(line.path("thread").asString()).doesNotContain("exec");
	}

	@Test
	void keepsIdsOnErrorThatNothingHandled() {
		HttpResponse<String> response = application.get("/broken", "X-Request-ID", "broken");
		JsonNode line = application.awaitLine("threw exception");
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(header(response, "X-Request-ID")).isEqualTo("broken");
		assertThat(line.path("level").asString()).isEqualTo("ERROR");
		assertThat(line.path("request_id").asString()).isEqualTo("broken");
		assertThat(line.path("trace_id").asString()).isEqualTo(header(response, "X-Trace-ID"));
		assertThat(line.path("error_type").asString()).isEqualTo("java.lang.IllegalStateException");
		assertThat(line.path("stack_trace").asString()).contains("the shop is broken");
	}

	@Test
	void leavesNoIdsOnThreadsThatAreUsedAgain() {
		for (int i = 0; i < 30; i++) {
			application.get("/orders/reused-" + i, "X-Request-ID", "reused-" + i);
		}
		for (int i = 0; i < 30; i++) {
			JsonNode line = application.awaitLine("Order reused-" + i + " read");
			assertThat(line.path("request_id").asString()).isEqualTo("reused-" + i);
			assertThat(application.linesOf("reused-" + i))
				.filteredOn((found) -> !"sightline.request".equals(found.path("logger").asString()))
				.hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "env", "beans", "heapdump", "metrics", "loggers", "threaddump", "configprops", "shutdown" })
	void exposesNothingThatTellsSecrets(String endpoint) {
		assertThat(application.get("/actuator/" + endpoint).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness",
			"/actuator/health/startup", "/livez", "/readyz", "/startupz" })
	void answersProbes(String path) {
		HttpResponse<String> response = application.get(path);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("\"status\":\"UP\"");
	}

	@Test
	void countsRequestsIntoBucketsOfTheService() {
		application.get("/echo");
		Awaitility.await()
			.untilAsserted(() -> assertThat(application.get("/actuator/prometheus").body().lines())
				.anyMatch((line) -> line.startsWith("http_server_requests_seconds_bucket{") && Stream
					.of("application=\"shop\"", "environment=\"default\"", "version=\"", "uri=\"/echo\"", "le=\"0.25\"")
					.allMatch(line::contains)));
	}

	@Test
	void tellsCollectorAboutRequestsButNotAboutNoise() {
		application.get("/actuator/health");
		application.get("/readyz");
		application.get("/actuator/prometheus");
		application.get("/orders/exported");
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> collector.spans().stream().anyMatch((span) -> span.toString().contains("/orders/exported")));
		assertThat(collector.spanNames()).contains("GET /orders/{id}")
			.noneMatch((name) -> name.contains("actuator") || name.contains("health") || name.contains("readyz")
					|| name.contains("stock"));
	}

	@ParameterizedTest
	@CsvSource({ "service.name,shop", "deployment.environment.name,default" })
	void tellsCollectorWhoItIs(String attribute, String value) {
		application.get("/echo");
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !collector.spans().isEmpty());
		Map<String, String> resource = collector.resource();
		assertThat(resource).containsEntry(attribute, value)
			.containsKey("service.version")
			.containsEntry("service.instance.id", application.lines().get(0).path("instance").asString());
	}

	private static String header(HttpResponse<String> response, String name) {
		return response.headers().firstValue(name).orElse("missing");
	}

}
