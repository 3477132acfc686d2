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

package io.sightline.slo.dashboard;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.sightline.slo.Objective;
import io.sightline.slo.ObjectiveType;
import io.sightline.slo.rules.PrometheusRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboards in the documentation are those that are generated. Rewritten with
 * {@code -Ddocs.write=true}.
 */
class DashboardsTests {

	private static final Path DIRECTORY = Path.of("..", "docs", "dashboards");

	private static final Objective CHECKOUT = new Objective("checkout", ObjectiveType.AVAILABILITY,
			new BigDecimal("99.9"), Duration.ofDays(30), null, 2);

	@ParameterizedTest
	@MethodSource("dashboards")
	void isWhatGrafanaImports(Dashboard dashboard) {
		JsonNode json = json(dashboard);
		assertThat(json.path("schemaVersion").asInt()).isEqualTo(39);
		assertThat(json.path("uid").asString()).startsWith("sightline-").hasSizeLessThanOrEqualTo(40);
		assertThat(json.path("panels")).hasSizeGreaterThanOrEqualTo(4).allSatisfy((panel) -> {
			assertThat(panel.path("datasource").path("uid").asString()).isEqualTo("${datasource}");
			assertThat(panel.path("targets")).isNotEmpty()
				.allMatch((target) -> !target.path("expr").asString().isBlank());
		});
		assertThat(json.path("panels").valueStream().map((panel) -> panel.path("id").asInt())).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void neverPaintsWhatIsMissingGreen(Dashboard dashboard) {
		assertThat(dashboard.toJson("runbooks")).doesNotContain("or vector(0)", "$app}", "$app,", "$apps");
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void linksToRunbooksThatExist(Dashboard dashboard) {
		assertThat(json(dashboard).findValuesAsString("url")).allSatisfy((url) -> assertThat(PrometheusRules.alerts())
			.contains(url.replace("runbooks/", "").replace(".md", "")));
	}

	@ParameterizedTest
	@MethodSource("files")
	void fileIsUpToDate(Dashboard dashboard) throws IOException {
		Path file = DIRECTORY.resolve(dashboard.uid() + ".json");
		String content = dashboard.toJson("https://example.com/runbooks");
		if (Boolean.getBoolean("docs.write")) {
			Files.createDirectories(DIRECTORY);
			Files.writeString(file, content);
		}
		assertThat(file).content().isEqualTo(content);
	}

	@Test
	void turnsRedWhenLittleIsLeft() {
		JsonNode steps = json(Dashboards.of("shop", List.of(CHECKOUT))).path("panels")
			.path(0)
			.path("fieldConfig")
			.path("defaults")
			.path("thresholds")
			.path("steps");
		assertThat(steps.valueStream().map((step) -> step.path("color").asString())).containsExactly("red", "orange",
				"green");
	}

	@Test
	void linksExemplarsOfHistograms() {
		assertThat(json(Dashboards.all().get(0)).findValues("exemplar").stream().filter(JsonNode::asBoolean))
			.hasSize(2);
	}

	static Stream<Dashboard> dashboards() {
		return Stream.concat(files(), Stream.of(Dashboards.of("shop", List.of(CHECKOUT))));
	}

	static Stream<Dashboard> files() {
		return Stream.concat(Dashboards.all().stream(), Stream.of(Dashboards.business()));
	}

	private static JsonNode json(Dashboard dashboard) {
		return JsonMapper.shared().readTree(dashboard.toJson("runbooks"));
	}

}
