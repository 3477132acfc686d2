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

package io.sightline.slo.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class RunbookTests {

	private static final Path RUNBOOKS = Path.of("..", "docs", "runbooks");

	private static final Pattern QUERY = Pattern.compile("```promql\n(.*?)\n```", Pattern.DOTALL);

	@TempDir
	Path directory;

	@Test
	void everyAlertHasItsPageAndEveryPageItsAlert() throws IOException {
		try (Stream<Path> pages = Files.list(RUNBOOKS)) {
			assertThat(pages.map((page) -> page.getFileName().toString().replace(".md", "")))
				.containsExactlyInAnyOrderElementsOf(PrometheusRules.alerts());
		}
	}

	@ParameterizedTest
	@MethodSource("alerts")
	void saysWhatToLookAtAndWhatToDo(String alert) {
		assertThat(read(alert)).startsWith("# " + alert + "\n")
			.containsSubsequence("## Symptoms", "## Impact", "## Diagnosis", "## Resolution");
		assertThat(queries(alert)).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("alerts")
	void linksToPagesThatExist(String alert) {
		assertThat(Pattern.compile("]\\(([^)]+)\\)").matcher(read(alert)).results().map((link) -> link.group(1)))
			.allMatch((link) -> Files.exists(RUNBOOKS.resolve(link)));
	}

	@Test
	void asksOnlyWhatPrometheusUnderstands() throws IOException {
		List<Rule> rules = alerts().flatMap((alert) -> queries(alert).stream())
			.map((query) -> Rule.record("runbook:query", query.replace("$service", "shop"), Map.of()))
			.toList();
		// Prometheus refuses equal rules in one group.
		List<RuleGroup> groups = Stream.iterate(0, (i) -> i < rules.size(), (i) -> i + 1)
			.map((i) -> new RuleGroup("runbook-" + i, List.of(rules.get(i))))
			.toList();
		Files.writeString(this.directory.resolve("queries.yml"), new RuleFile(groups).toYaml());
		Promtool.succeeds(this.directory, "check", "rules", "--lint=none", "queries.yml");
	}

	static Stream<String> alerts() {
		return PrometheusRules.alerts().stream();
	}

	private static List<String> queries(String alert) {
		return QUERY.matcher(read(alert)).results().map((MatchResult found) -> found.group(1)).toList();
	}

	private static String read(String alert) {
		try {
			return Files.readString(RUNBOOKS.resolve(alert + ".md"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
