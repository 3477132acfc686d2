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

package io.sightline.diagnostics;

import java.util.List;
import java.util.Map;

import io.sightline.report.Finding;
import io.sightline.report.Severity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TextReport}.
 */
class TextReportTests {

	private final Setting set = new Setting("sightline.metrics.enabled", "false", "application.yaml");

	private final Setting unset = new Setting("sightline.slo.enabled", "true", Setting.DEFAULT);

	private final WiringReport report = new WiringReport(Map.of("name", "shop"),
			List.of(new Feature("metrics", false, List.of(this.set, this.unset),
					List.of(new Feature.Part("MetricsAutoConfiguration", false,
							List.of(new Feature.Reason("property", "found\ndifferent value")))))),
			List.of(this.set, this.unset),
			Map.of("ledgers",
					List.of(Map.of("signal", "logs", "dropped", Map.of("queue_full", 3), "reasons",
							List.of("a", "b")))),
			List.of(new Finding("lost", Severity.WARNING, "Lines were lost", "Make room")));

	@Test
	void saysWhatWasFoundFirstAndWhatToDo() {
		assertThat(TextReport.of(this.report).lines()).startsWith("Sightline: shop", "", "Findings",
				"  WARNING lost: Lines were lost", "    -> Make room");
	}

	@Test
	void saysWhyAFeatureIsOffOnOneLine() {
		assertThat(TextReport.of(this.report).lines()).contains("  off  metrics",
				"      sightline.metrics.enabled=false (application.yaml)",
				"      without MetricsAutoConfiguration: found different value");
	}

	@Test
	void leavesOutWhatNobodySet() {
		assertThat(TextReport.of(this.report)).doesNotContain("sightline.slo.enabled");
	}

	@Test
	void writesSectionsOfAnyShape() {
		assertThat(TextReport.of(this.report).lines()).contains("Ledgers", "  -", "    dropped: queue_full=3",
				"    signal: logs", "    reasons: [a, b]");
	}

	@Test
	void saysThatNothingWasFound() {
		WiringReport empty = new WiringReport(Map.of(), List.of(), List.of(), Map.of(), List.of());
		assertThat(TextReport.of(empty).lines()).containsSequence("Findings", "  none");
	}

}
