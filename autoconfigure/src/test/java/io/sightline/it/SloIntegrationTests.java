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

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.example.servlet.ServletApplication;
import io.sightline.slo.dashboard.Dashboards;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Objectives of a running application.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class SloIntegrationTests {

	/**
	 * There are none before the first failure.
	 */
	private static final String FAILED_CALLS = "outcome=~\"SERVER_ERROR|UNKNOWN\"";

	private static final ForkedApplication application = ForkedApplication.start(ServletApplication.class,
			"--spring.application.name=shop", "--server.port=0",
			"--management.endpoints.web.exposure.include=health,prometheus,slo",
			"--sightline.slo.objectives.shop.target=99.9", "--sightline.slo.objectives.quick.type=latency",
			"--sightline.slo.objectives.quick.threshold=10s", "--sightline.slo.objectives.quick.target=95",
			"--sightline.slo.objectives.echo.match.uri=/echo", "--sightline.slo.objectives.echo.target=99",
			"--sightline.slo.objectives.calls.match.client=127.0.0.1", "--sightline.slo.objectives.calls.target=99");

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void countsRequestsButNeitherNoiseNorSyntheticTraffic() {
		IntStream.range(0, 9).forEach((i) -> application.get("/orders/" + i));
		application.get("/broken");
		application.get("/broken", "X-Synthetic", "true");
		application.get("/actuator/health");
		application.get("/livez");
		await().untilAsserted(() -> assertThat(events("shop", "bad")).isEqualTo("1.0"));
		assertThat(events("shop", "good")).isEqualTo("9.0");
		assertThat(events("quick", "good")).isEqualTo("9.0");
		assertThat(events("quick", "bad")).isEqualTo("0.0");
		assertThat(events("echo", "good")).isEqualTo("0.0");
	}

	@Test
	void followsCallsAndRoutes() {
		application.get("/calls", "X-Synthetic", "true");
		application.get("/calls");
		await().untilAsserted(() -> assertThat(events("calls", "good")).isEqualTo("4.0"));
		assertThat(events("calls", "bad")).isEqualTo("0.0");
	}

	@Test
	void hasEndpoint() {
		JsonNode report = json("/actuator/slo");
		assertThat(report.path("application").asString()).isEqualTo("shop");
		assertThat(report.path("scope").asString()).isEqualTo("instance");
		assertThat(report.path("objectives").valueStream().map((node) -> node.path("name").asString()))
			.containsExactly("calls", "echo", "quick", "shop");
	}

	@Test
	void hasEndpointOfEachObjective() {
		JsonNode shop = json("/actuator/slo/shop");
		assertThat(shop.path("target").decimalValue()).isEqualByComparingTo("99.9");
		assertThat(shop.path("windows")).hasSize(8);
		assertThat(shop.path("alerts")).hasSize(4);
		assertThat(shop.propertyNames()).containsExactly("name", "type", "target", "window", "threshold_ms",
				"min_bad_events", "state", "sli", "error_ratio", "partial", "coverage", "budget", "windows", "alerts");
		assertThat(application.get("/actuator/slo/unknown").statusCode()).isEqualTo(404);
	}

	@Test
	void makesRulesOfWhatItExposes() {
		application.get("/calls", "X-Synthetic", "true");
		application.get("/broken", "X-Synthetic", "true");
		application.get("/actuator/health");
		String rules = application.get("/actuator/slo/rules").body();
		assertThat(rules).startsWith("groups:").contains("SloFastBurn", "HighErrorRate", "slo=\"quick\"");
		await().untilAsserted(() -> assertThat(Selector.in(rules)).hasSizeGreaterThan(15)
			.filteredOn((selector) -> !selector.labels().endsWith(FAILED_CALLS))
			.filteredOn((selector) -> !selector.isMatched(application.get("/actuator/prometheus").body()))
			.isEmpty());
	}

	@Test
	void drawsDashboardsOfWhatItExposes() {
		application.get("/calls", "X-Synthetic", "true");
		application.get("/broken", "X-Synthetic", "true");
		application.get("/actuator/health");
		String queries = Dashboards.all()
			.stream()
			.map((dashboard) -> dashboard.toJson("runbooks"))
			.collect(Collectors.joining("\n", application.get("/actuator/slo/dashboard").body(), ""))
			.replace("\\\"", "\"")
			.replace("$application", "shop")
			.replaceAll("\\$(environment|instance)", ".*");
		await().untilAsserted(() -> assertThat(Selector.in(queries)).hasSizeGreaterThan(30)
			.filteredOn((selector) -> !selector.labels().endsWith(FAILED_CALLS))
			.filteredOn((selector) -> !selector.isMatched(application.get("/actuator/prometheus").body()))
			.isEmpty());
	}

	@Test
	void hasBucketOfThreshold() {
		assertThat(application.get("/actuator/prometheus").body()).contains("le=\"10.0\"");
	}

	private static JsonNode json(String path) {
		return JsonMapper.shared().readTree(application.get(path).body());
	}

	private static String events(String slo, String result) {
		Pattern line = Pattern
			.compile("slo_events_total\\{[^}]*result=\"%s\",slo=\"%s\"[^}]*} (\\S+)".formatted(result, slo));
		return line.matcher(application.get("/actuator/prometheus").body())
			.results()
			.map((found) -> found.group(1))
			.findFirst()
			.orElse("missing");
	}

}
