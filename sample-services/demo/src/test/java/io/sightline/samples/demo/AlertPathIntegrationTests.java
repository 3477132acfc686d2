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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import io.sightline.samples.demo.http.HttpCaller;
import io.sightline.samples.demo.service.SampleService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * The way of an alert with all its parts: payment-service fails, Prometheus evaluates the
 * rules that the service declares, Alertmanager groups and routes as documented, and
 * alert-service tells. Only the times are shorter.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertPathIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final String TOKEN = "token-of-the-test";

	private static final Map<String, String> WINDOWS = Map.of("5m", "5s", "30m", "8s", "1h", "10s", "2h", "12s", "6h",
			"14s", "1d", "16s", "3d", "18s", "30d", "20s");

	private static final String PROMETHEUS = """
			global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
			alerting:
			  alertmanagers:
			    - static_configs: [{targets: ['127.0.0.1:%d']}]
			rule_files: [rules.yml]
			scrape_configs:
			  - job_name: services
			    metrics_path: /actuator/prometheus
			    static_configs:
			      - targets: ['127.0.0.1:%d']
			        labels: {service: payment-service}
			""";

	private @Nullable RunningServices services;

	private @Nullable MonitoringProcess alertmanager;

	private @Nullable MonitoringProcess prometheus;

	@BeforeAll
	void start(@TempDir Path directory) throws Exception {
		assumeThat(MonitoringProcess.areInstalled("prometheus", "prometheus-alertmanager"))
			.as("install with apt-get install prometheus prometheus-alertmanager")
			.isTrue();
		this.services = RunningServices.start(AlertPathIntegrationTests.class,
				EnumSet.of(SampleService.PAYMENT, SampleService.ALERT), "--sample.alerts.token=" + TOKEN);
		Files.writeString(directory.resolve("alert-service-token"), TOKEN);
		this.alertmanager = MonitoringProcess.alertmanager(directory, alertmanagerConfiguration());
		String rules = get(SampleService.PAYMENT, "/actuator/slo/rules");
		Files.writeString(directory.resolve("rules.yml"), shortened(rules));
		this.prometheus = MonitoringProcess.prometheus(directory,
				PROMETHEUS.formatted(this.alertmanager.port(), services().addresses().port(SampleService.PAYMENT)));
	}

	@AfterAll
	void stop() {
		for (AutoCloseable each : new AutoCloseable[] { this.prometheus, this.alertmanager, this.services }) {
			close(each);
		}
	}

	@Test
	void reachesAlertServiceAndResolvesInTime() {
		awaitTraffic();
		long start = System.nanoTime();
		await().atMost(LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> {
			pay("fail");
			return statuses("SloFastBurn");
		}, (statuses) -> statuses.contains("FIRING"));
		await().atMost(LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> {
			pay("latency=1ms");
			return statuses("SloFastBurn");
		}, (statuses) -> statuses.contains("RESOLVED"));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
		await().atMost(LIMIT)
			.untilAsserted(() -> assertThat(entries("SloFastBurn").get(0).at("/deliveries/0/outcome").asString())
				.isEqualTo("DELIVERED"));
	}

	private void awaitTraffic() {
		await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100)).until(() -> {
			pay("latency=1ms");
			return Objects.requireNonNull(this.prometheus)
				.query("rate(slo_events_total{slo=\"payment-success\",result=\"good\"}[10s]) > 0")
				.size();
		}, (series) -> series == 1);
	}

	private void pay(String chaos) {
		caller().send("POST", services().addresses().uri(SampleService.PAYMENT, "/payments"), """
				{"amount": 1, "currency": "EUR", "user_id": "1"}""", Map.of("X-Chaos", chaos));
	}

	private List<String> statuses(String alert) {
		return entries(alert).stream().map((entry) -> entry.path("status").asString()).toList();
	}

	/**
	 * The alerts about payments that alert-service has told of.
	 */
	private List<JsonNode> entries(String alert) {
		JsonNode history = caller()
			.send("GET", services().addresses().uri(SampleService.ALERT, "/alerts"), null,
					Map.of("Authorization", "Bearer " + TOKEN))
			.json();
		return history.valueStream()
			.filter((entry) -> alert.equals(entry.path("name").asString()))
			.filter((entry) -> "payment-service".equals(entry.path("service").asString()))
			.filter((entry) -> "NOTIFIED".equals(entry.path("decision").asString()))
			.toList();
	}

	/**
	 * The documented configuration, in a hurry.
	 */
	private String alertmanagerConfiguration() throws IOException {
		return Files.readString(Path.of("..", "..", "docs", "alertmanager", "alertmanager.yml"))
			.replace("http://localhost:8080", services().addresses().uri(SampleService.ALERT).toString())
			.replaceAll("group_wait: \\S+", "group_wait: 0s")
			.replaceAll("group_interval: \\S+", "group_interval: 1s")
			.replaceAll("resolve_timeout: \\S+", "resolve_timeout: 5s");
	}

	private static String shortened(String rules) {
		return Pattern.compile("\\[(\\d+[mhd])(:\\d+[mhd])?]").matcher(rules).replaceAll((range) -> {
			String window = WINDOWS.get(range.group(1));
			return "[" + ((window != null) ? window : range.group(1)) + ((range.group(2) != null) ? ":1s" : "") + "]";
		});
	}

	private String get(SampleService service, String path) {
		return caller().get(services().addresses().uri(service, path)).body();
	}

	private HttpCaller caller() {
		return services().caller();
	}

	private RunningServices services() {
		return Objects.requireNonNull(this.services);
	}

	private static void close(@Nullable AutoCloseable process) {
		try {
			if (process != null) {
				process.close();
			}
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
