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

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.samples.alert.channel.Alert;
import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class AlertReaderTests {

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final AlertReader reader = new AlertReader(JsonMapper.shared(),
			Validation.buildDefaultValidatorFactory().getValidator(), this.registry);

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"alertname\": null}", "{\"alertname\": \"\"}" })
	void namesWhatHasNoName(String labels) {
		assertThat(this.reader.read(alert(labels))).hasValueSatisfying((alert) -> {
			assertThat(alert.name()).isEqualTo("unnamed");
			assertThat(alert.severity()).isEqualTo("none");
			assertThat(alert.summary()).isEqualTo("unnamed");
		});
	}

	@Test
	void leavesOutWhatDatabasesDoNotTake() {
		assertThat(this.reader.read(alert("{\"alertname\": \"a\\u0000b\"}"))).map(Alert::name).hasValue("ab");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "null", "7", "{\"status\": \"firing\"}", "{\"startsAt\": \"yesterday\"}" })
	void countsWhatIsNoAlert(String text) {
		assertThat(this.reader.read(JsonMapper.shared().readTree(text))).isEmpty();
		assertThat(this.registry.get("alerts.received").tag("decision", "invalid").counter().count()).isOne();
	}

	private static JsonNode alert(String labels) {
		return JsonMapper.shared().readTree("""
				{"status": "firing", "fingerprint": "f1", "labels": %s, "annotations": {"summary": null},
				 "startsAt": "2026-03-04T05:06:07Z"}""".formatted(labels));
	}

}
