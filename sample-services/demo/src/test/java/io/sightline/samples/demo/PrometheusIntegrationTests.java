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

package io.sightline.samples.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.traffic.Traffic;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * A real Prometheus scrapes the real services and evaluates their rules. Whatever rules,
 * dashboards and runbooks ask for is there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrometheusIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	/**
	 * There are two of these buffers, and nobody asks for them.
	 */
	private static final String BEYOND_A_LIMIT = "--sightline.metrics.cardinality.meters[jvm.buffer.count].values-per-tag=1";

	private static final Set<SampleService> ALL = EnumSet.allOf(SampleService.class);

	private static final String CONFIGURATION = """
			global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
			rule_files: ['*.rules.yml']
			scrape_configs:
			  - job_name: samples
			    metrics_path: /actuator/prometheus
			    static_configs:
			""";

	private static final String TARGET = """
			      - targets: ['127.0.0.1:%d']
			        labels: {service: %s}
			""";

	private static final Pattern TOLD = Pattern.compile("\\$labels\\.(\\w+)");

	@SuppressWarnings("NullAway.Init")
	private RunningServices services;

	@SuppressWarnings("NullAway.Init")
	private MonitoringProcess prometheus;

	@BeforeAll
	void start(@TempDir Path directory) throws Exception {
		assumeThat(MonitoringProcess.areInstalled("prometheus")).as("install with apt-get install prometheus").isTrue();
		this.services = RunningServices.start(PrometheusIntegrationTests.class, ALL, BEYOND_A_LIMIT);
		StringBuilder configuration = new StringBuilder(CONFIGURATION);
		for (SampleService service : ALL) {
			configuration.append(TARGET.formatted(this.services.addresses().port(service), service.id()));
			Files.writeString(directory.resolve(service.id() + ".rules.yml"), get(service, "/actuator/slo/rules"));
		}
		this.prometheus = MonitoringProcess.prometheus(directory, configuration.toString());
		// A series that Prometheus has not seen before does not increase.
		sendTraffic();
		soon().until(() -> exists("http_client_requests_seconds_count{outcome=\"SERVER_ERROR\"}")
				&& exists("payment_transactions_total{status=\"refused\"}"));
		sendTraffic();
	}

	@AfterAll
	void stop() {
		if (this.prometheus != null) {
			this.prometheus.close();
		}
		if (this.services != null) {
			this.services.close();
		}
	}

	@Test
	void acceptsTheScrapeOfTracedServices() {
		soon().untilAsserted(() -> assertThat(this.prometheus.query("up{job=\"samples\"} == 1")).hasSize(ALL.size()));
	}

	@Test
	void findsTheBucketsWithTheNameOfTheService() {
		String buckets = "http_server_requests_seconds_bucket{application=\"user-service\",le=\"0.01\",uri=\"/users/{id}\"}";
		soon().until(() -> this.prometheus.query(buckets).size() > 0);
		assertThat(this.prometheus.query(buckets).path(0).path("metric").propertyNames()).contains("environment",
				"version");
	}

	@Test
	void evaluatesEveryRuleOfEveryService() {
		soon().untilAsserted(() -> assertThat(rules()).hasSizeGreaterThan(100)
			.allMatch((rule) -> "ok".equals(rule.path("health").asString())));
	}

	@Test
	void hasWhateverRulesNeed() {
		List<String> selectors = rules().stream().flatMap((rule) -> Promql.selectors(query(rule))).distinct().toList();
		soon().untilAsserted(() -> assertThat(selectors).hasSizeGreaterThan(100).filteredOn(this::isMissing).isEmpty());
	}

	@Test
	void keepsLabelsThatThereAre() {
		List<String> kept = queries().flatMap(Promql::grouped)
			// Targets have an environment only where several share a Prometheus.
			.filter((selector) -> !selector.startsWith("up{environment"))
			.distinct()
			.toList();
		soon().untilAsserted(
				() -> assertThat(kept).hasSizeGreaterThan(20).filteredOn((selector) -> !exists(selector)).isEmpty());
	}

	@Test
	void tellsLabelsThatThereAre() {
		soon().untilAsserted(() -> assertThat(rules()).allSatisfy((rule) -> {
			List<String> told = TOLD.matcher(rule.path("annotations").toString())
				.results()
				.map((found) -> found.group(1))
				.toList();
			assertThat(told)
				.allMatch((label) -> Promql.names(query(rule)).anyMatch((name) -> exists(Promql.with(name, label))));
		}));
	}

	@Test
	void asksForNothingOfEverybody() {
		assertThat(queries().flatMap(Promql::bare)).isEmpty();
	}

	@Test
	void hasDataForEveryPanel() {
		sendTraffic();
		List<String> expressions = Queries.ofDashboards().distinct().toList();
		soon().untilAsserted(() -> assertThat(expressions).hasSizeGreaterThan(30)
			.filteredOn((expression) -> ALL.stream().noneMatch((service) -> hasData(expression, service)))
			.isEmpty());
	}

	@Test
	void hasWhateverDashboardsOfObjectivesNeed() {
		sendTraffic();
		Map<SampleService, List<String>> expressions = ALL.stream()
			.collect(Collectors.toMap((service) -> service,
					(service) -> Queries.ofDashboard(get(service, "/actuator/slo/dashboard")).toList()));
		soon().untilAsserted(() -> assertThat(expressions).allSatisfy((service, queries) -> assertThat(queries)
			.flatMap((query) -> Promql.selectors(Queries.choose(query, service)).toList())
			.isNotEmpty()
			.filteredOn(this::isMissing)
			.isEmpty()));
		soon().untilAsserted(() -> assertThat(expressions.get(SampleService.PAYMENT))
			.filteredOn((query) -> !hasData(query, SampleService.PAYMENT))
			.isEmpty());
	}

	@Test
	void answersEveryQueryOfTheRunbooks() {
		assertThat(Queries.ofRunbooks()).hasSizeGreaterThan(20)
			.allSatisfy((query) -> assertThat(
					this.prometheus.ask(query.replace("$service", "payment-service")).path("status").asString())
				.as(query)
				.isEqualTo("success"));
	}

	@ParameterizedTest
	@MethodSource("io.sightline.samples.demo.Queries#ofFamilies")
	void answersForEveryFamily(String query) {
		soon().untilAsserted(() -> assertThat(this.prometheus.query(query)).as(query).isNotEmpty());
	}

	@Test
	void findsTheTracesOfExemplars() {
		sendTraffic();
		String query = "/api/v1/query_exemplars?query=http_server_requests_seconds_bucket&start=0&end=4102444800";
		soon().untilAsserted(() -> {
			List<String> traces = this.prometheus.get(query).path("data").findValuesAsString("trace_id");
			assertThat(traces).isNotEmpty()
				.allSatisfy((trace) -> assertThat(this.services.spans().trace(trace)).as(trace).isNotEmpty());
		});
	}

	@Test
	void documentsEveryMeter() {
		assumeThat(Runtime.version().feature()).as("the document is of JDK 17").isEqualTo(17);
		// What runs once a minute has not run yet.
		soon().pollDelay(MeterReference.SETTLED).atMost(LIMIT.multipliedBy(2)).untilAsserted(() -> {
			MeterReference reference = new MeterReference();
			ALL.forEach((service) -> reference.add(service, scrape(service)));
			reference.check();
		});
	}

	/**
	 * There is something new once a second, and each look is hundreds of queries.
	 */
	private static ConditionFactory soon() {
		return await().atMost(LIMIT).pollDelay(Duration.ZERO).pollInterval(Duration.ofSeconds(1));
	}

	private void sendTraffic() {
		new Traffic(this.services.caller(), this.services.addresses(), (line) -> {
		}).run();
		this.services.caller().send("POST", this.services.addresses().uri(SampleService.PAYMENT, "/payments"), """
				{"amount": 19.90, "currency": "EUR", "user_id": "5"}""", Map.of());
	}

	private List<JsonNode> rules() {
		return this.prometheus.get("/api/v1/rules")
			.at("/data/groups")
			.valueStream()
			.flatMap((group) -> group.path("rules").valueStream())
			.toList();
	}

	private static String query(JsonNode rule) {
		return rule.path("query").asString();
	}

	private Stream<String> queries() {
		return Stream.concat(rules().stream().map(PrometheusIntegrationTests::query), Queries.ofDashboards());
	}

	/**
	 * What only failures or calls bring about is in the services that failed or called.
	 * The application and its objective have to be there all the same.
	 */
	private boolean isMissing(String selector) {
		return !exists(selector) && !(exists(Promql.owner(selector)) && exists(Promql.ofAnyOwner(selector)));
	}

	private boolean exists(String selector) {
		return this.prometheus.query("count(" + selector + ")").size() > 0;
	}

	private boolean hasData(String expression, SampleService service) {
		return this.prometheus.query(Queries.choose(expression, service)).size() > 0;
	}

	private String scrape(SampleService service) {
		return this.services.caller()
			.send("GET", this.services.addresses().uri(service, "/actuator/prometheus"), null,
					Map.of("Accept", "application/openmetrics-text;version=1.0.0"))
			.body();
	}

	private String get(SampleService service, String path) {
		return this.services.caller().get(this.services.addresses().uri(service, path)).body();
	}

}
