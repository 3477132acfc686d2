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

package io.sightline.samples.alert.webhook;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The documented configuration of Alertmanager, as its own tool sees it.
 */
class AlertmanagerConfigurationTests {

	private static final Path FILE = Path.of("..", "..", "docs", "alertmanager", "alertmanager.yml");

	@BeforeEach
	void findTool() {
		assumeThat(Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator)))
			.as("install with apt-get install prometheus-alertmanager")
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, "amtool")));
	}

	@Test
	void isValid() throws Exception {
		assertThat(amtool("check-config", FILE.toString())).contains("SUCCESS", "4 inhibit rules", "4 receivers");
	}

	@ParameterizedTest
	@CsvSource({ "critical,alert-service-critical", "warning,alert-service-warning", "info,alert-service-info",
			"unheard-of,alert-service" })
	void routesBySeverity(String severity, String receiver) throws Exception {
		assertThat(amtool("config", "routes", "test", "--config.file=" + FILE, "--verify.receivers=" + receiver,
				"severity=" + severity, "alertname=HighErrorRate", "service=order-service"))
			.contains(receiver);
	}

	@Test
	void handsEverythingToTheWebhookWithItsToken() throws IOException {
		assertThat(FILE).content()
			.contains("url: http://localhost:8080/alerts", "send_resolved: true", "type: Bearer",
					"group_by: [alertname, service]");
	}

	private static String amtool(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("amtool"));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

}
