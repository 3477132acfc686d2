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

package io.sightline.console.alerts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class AlertmanagerReaderTests {

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//example.com", "/x",
			"http:", "http://user:secret@example.com/", "https://exa mple.com", "" })
	void linksToNothingButPages(String link) {
		assertThat(AlertmanagerReader.link(link)).isNull();
	}

	@Test
	void linksToPages() {
		assertThat(AlertmanagerReader.link(" https://example.com/a#b ")).isEqualTo("https://example.com/a#b");
		assertThat(AlertmanagerReader.link("http://localhost:1/a")).isEqualTo("http://localhost:1/a");
	}

	@Test
	void takesWhatIsMissingForEmpty() {
		assertThat(AlertmanagerReader.read(new JsonMapper().readTree("[{}, {\"labels\": 1, \"startsAt\": \"never\"}]")))
			.hasSize(2)
			.allMatch((alert) -> alert.name().isEmpty() && alert.sinceUs() == null && alert.runbook() == null);
	}

}
