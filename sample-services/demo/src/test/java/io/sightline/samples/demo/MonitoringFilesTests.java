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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import io.sightline.samples.demo.service.SampleService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The documented files for Prometheus and Grafana fit together, and the services.
 */
class MonitoringFilesTests {

	private static final Path DIRECTORY = Path.of("..", "..", "docs", "dashboards");

	private static final Path SOURCES = DIRECTORY.resolve("provisioning/datasources/sightline.yml");

	@TempDir
	Path directory;

	@Test
	void prometheusTakesItsConfiguration() throws Exception {
		assertThat(check(DIRECTORY.resolve("prometheus.yml"))).contains("SUCCESS");
	}

	@Test
	void prometheusTakesTheConfigurationForKubernetes() throws Exception {
		// Not every build of Prometheus can ask Kubernetes.
		String configuration = Files.readString(DIRECTORY.resolve("prometheus-kubernetes.yml"))
			.replace("kubernetes_sd_configs:\n      - role: pod", "static_configs: []");
		assertThat(configuration).doesNotContain("kubernetes_sd_configs");
		assertThat(check(Files.writeString(this.directory.resolve("prometheus.yml"), configuration)))
			.contains("SUCCESS");
	}

	@ParameterizedTest
	@EnumSource
	void scrapesEveryServiceUnderItsName(SampleService service) {
		assertThat(DIRECTORY.resolve("prometheus.yml")).content().contains("""
				      - targets: ["localhost:%d"]
				        labels: {service: %s}
				""".formatted(service.defaultPort(), service.id()));
	}

	@Test
	void linksOnlyDataSourcesThatThereAre() throws IOException {
		String sources = Files.readString(SOURCES);
		assertThat(all("datasourceUid: (\\S+)", sources)).hasSize(4).isSubsetOf(all("(?m)^ {4}uid: (\\S+)", sources));
		assertThat(all("(?m)^ {4}type: (\\S+)", sources)).containsExactly("prometheus", "tempo", "loki");
	}

	private static List<String> all(String regex, String text) {
		return Pattern.compile(regex).matcher(text).results().map((found) -> found.group(1)).toList();
	}

	private static String check(Path configuration) throws IOException, InterruptedException {
		assumeThat(MonitoringProcess.areInstalled("promtool")).as("install with apt-get install prometheus").isTrue();
		Process process = new ProcessBuilder("promtool", "check", "config", configuration.toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

}
