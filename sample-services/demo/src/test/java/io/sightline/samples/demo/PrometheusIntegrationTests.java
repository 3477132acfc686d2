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

import java.io.File;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.service.ServiceProcess;
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
 * A real Prometheus scrapes a real service.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrometheusIntegrationTests {

	private static final String CONFIGURATION = """
			global:
			  scrape_interval: 1s
			scrape_configs:
			  - job_name: samples
			    metrics_path: /actuator/prometheus
			    static_configs:
			      - targets: ['127.0.0.1:%d']
			""";

	private int port;

	@SuppressWarnings("NullAway.Init")
	private RunningServices services;

	@SuppressWarnings("NullAway.Init")
	private ServiceProcess prometheus;

	@BeforeAll
	void start(@TempDir Path directory) throws Exception {
		assumeThat(isInstalled()).as("install with apt-get install prometheus").isTrue();
		this.services = RunningServices.start(PrometheusIntegrationTests.class, EnumSet.of(SampleService.USER));
		this.port = RunningServices.freePort();
		Path configuration = Files.writeString(directory.resolve("prometheus.yml"),
				CONFIGURATION.formatted(this.services.addresses().port(SampleService.USER)));
		this.prometheus = ServiceProcess.start("prometheus",
				List.of("prometheus", "--config.file=" + configuration,
						"--storage.tsdb.path=" + directory.resolve("tsdb"),
						"--web.listen-address=127.0.0.1:" + this.port, "--enable-feature=exemplar-storage"),
				Path.of("target", "PrometheusIntegrationTests", "prometheus.log"));
		this.services.caller().get(this.services.addresses().uri(SampleService.USER, "/users/123"));
	}

	@AfterAll
	void stop() {
		if (this.prometheus != null) {
			this.prometheus.askToStop();
			this.prometheus.awaitStop(Duration.ofSeconds(10));
		}
		if (this.services != null) {
			this.services.close();
		}
	}

	@Test
	void acceptsTheScrapeOfATracedService() {
		JsonNode up = await().atMost(Duration.ofSeconds(30))
			.until(() -> query("up{job=\"samples\"}"), (result) -> "1".equals(value(result)));
		assertThat(up.size()).isEqualTo(1);
	}

	@Test
	void findsTheBucketsWithTheNameOfTheService() {
		String buckets = "http_server_requests_seconds_bucket{application=\"user-service\",le=\"0.01\",uri=\"/users/{id}\"}";
		await().atMost(Duration.ofSeconds(30)).until(() -> query(buckets).size() > 0);
		assertThat(query(buckets).path(0).path("metric").has("environment")).isTrue();
		assertThat(query(buckets).path(0).path("metric").has("version")).isTrue();
	}

	@Test
	void findsTheUseOfResources() {
		await().atMost(Duration.ofSeconds(30))
			.until(() -> query("sum(jvm_memory_used_bytes{application=\"user-service\"}) > 0").size() == 1);
	}

	private JsonNode query(String expression) {
		URI uri = URI.create("http://127.0.0.1:" + this.port + "/api/v1/query?query="
				+ URLEncoder.encode(expression, StandardCharsets.UTF_8));
		return this.services.caller().get(uri).json().path("data").path("result");
	}

	private static String value(JsonNode result) {
		return result.path(0).path("value").path(1).asString("");
	}

	private static boolean isInstalled() {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, "prometheus")));
	}

}
