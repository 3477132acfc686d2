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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import io.sightline.samples.demo.http.HttpCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * A real Alertmanager with the documented configuration keeps back what another alert
 * says already, and nothing else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InhibitionIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final HttpCaller caller = new HttpCaller(Duration.ofSeconds(10));

	@SuppressWarnings("NullAway.Init")
	private MonitoringProcess alertmanager;

	@BeforeAll
	void start(@TempDir Path directory) throws IOException {
		assumeThat(MonitoringProcess.areInstalled("prometheus-alertmanager"))
			.as("install with apt-get install prometheus-alertmanager")
			.isTrue();
		Files.writeString(directory.resolve("alert-service-token"), "none");
		this.alertmanager = MonitoringProcess.alertmanager(directory,
				Files.readString(Path.of("..", "..", "docs", "alertmanager", "alertmanager.yml")));
		await().atMost(LIMIT).ignoreExceptions().until(() -> this.alertmanager.get("/api/v2/alerts").isArray());
	}

	@AfterAll
	void stop() {
		if (this.alertmanager != null) {
			this.alertmanager.close();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					same      | alertname=A,severity=critical,service=same,environment=e    | alertname=A,severity=warning,service=same,environment=e     | suppressed
					other     | alertname=A,severity=critical,service=other,environment=e   | alertname=B,severity=warning,service=other,environment=e    | active
					elsewhere | alertname=A,severity=critical,service=x,environment=e       | alertname=A,severity=warning,service=elsewhere,environment=e | active
					staging   | alertname=A,severity=critical,service=staging,environment=e | alertname=A,severity=warning,service=staging,environment=f  | active
					tier      | alertname=F,slo_tier=fast,service=tier,environment=e,slo=s  | alertname=S,slo_tier=slow,service=tier,environment=e,slo=s  | suppressed
					slo       | alertname=F,slo_tier=fast,service=slo,environment=e,slo=s   | alertname=S,slo_tier=slow,service=slo,environment=e,slo=t   | active
					gone      | alertname=ServiceDown,service=gone                          | alertname=SloSeriesMissing,service=gone,environment=e       | suppressed
					""")
	void keepsBackWhatIsSaidAlready(String service, String source, String target, String state) {
		send(source);
		await().atMost(LIMIT).untilAsserted(() -> {
			send(target);
			assertThat(states(target)).as(service).containsOnly(state);
		});
	}

	private void send(String labels) {
		String json = JsonMapper.shared().writeValueAsString(new Object[] { Map.of("labels", labels(labels)) });
		URI uri = URI.create("http://127.0.0.1:" + this.alertmanager.port() + "/api/v2/alerts");
		assertThat(this.caller.send("POST", uri, json, Map.of()).status()).isEqualTo(200);
	}

	private Iterable<String> states(String labels) {
		JsonNode wanted = JsonMapper.shared().valueToTree(labels(labels));
		return this.alertmanager.get("/api/v2/alerts")
			.valueStream()
			.filter((alert) -> alert.path("labels").equals(wanted))
			.map((alert) -> alert.at("/status/state").asString())
			.toList();
	}

	private static Map<String, String> labels(String labels) {
		Map<String, String> map = new TreeMap<>();
		for (String label : labels.split(",")) {
			String[] pair = label.strip().split("=");
			map.put(pair[0], pair[1]);
		}
		return map;
	}

}
