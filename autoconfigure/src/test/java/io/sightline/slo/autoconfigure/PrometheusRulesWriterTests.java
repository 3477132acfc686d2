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

package io.sightline.slo.autoconfigure;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PrometheusRulesWriterTests {

	@TempDir
	Path directory;

	@Test
	void writesRulesOfTheConfiguration() throws IOException {
		Path file = this.directory.resolve("rules/shop.yml");
		PrometheusRulesWriter.main(new String[] { file.toString(), "--spring.application.name=shop",
				"--sightline.slo.objectives.checkout.target=99.95",
				"--sightline.slo.rules.include=HighPaymentFailureRate" });
		assertThat(file).content()
			.startsWith("groups:\n")
			.contains("slo_events_total{application=\"shop\",slo=\"checkout\"", "/ 0.0005", "HighPaymentFailureRate")
			.doesNotContain("LowOrderProcessingRate");
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.opentelemetry.resource-attributes.service.name",
			"management.metrics.tags.application" })
	void callsTheApplicationWhatItsMetersCallIt(String property) throws IOException {
		Path file = this.directory.resolve("rules.yml");
		PrometheusRulesWriter.main(new String[] { file.toString(), "--spring.application.name=shop",
				"--" + property + "=checkout-eu", "--sightline.slo.objectives.checkout.target=99.9" });
		assertThat(file).content()
			.contains("application=\"checkout-eu\"", "service: \"checkout-eu\"")
			.doesNotContain("\"shop\"");
	}

	@Test
	void asksForAFile() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PrometheusRulesWriter.main(new String[] { "--spring.application.name=shop" }))
			.withMessageContaining("file to write");
	}

}
