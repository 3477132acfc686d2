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
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.sightline.slo.Objective;
import io.sightline.slo.ObjectiveType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrometheusRulesTests {

	private static final RuleSettings SETTINGS = settings("shop", Set.of());

	private static final Pattern LABEL = Pattern.compile("\\$labels\\.(\\w+)");

	private static final Pattern BY = Pattern.compile("\\bby \\(([^)]*)\\)");

	@TempDir
	Path directory;

	@ParameterizedTest
	@MethodSource("alerts")
	void alertDoes(String alert) throws IOException {
		Files.writeString(this.directory.resolve("rules.yml"), rulesFor(alert).toYaml());
		List<String> arguments = new ArrayList<>(List.of("test", "rules"));
		for (RuleCase situation : RuleCase.all().filter((each) -> each.alert().equals(alert)).toList()) {
			String file = situation.situation().replace(' ', '-') + arguments.size() + ".yml";
			Files.writeString(this.directory.resolve(file), situation.toYaml());
			arguments.add(file);
		}
		Promtool.succeeds(this.directory, arguments.toArray(String[]::new));
	}

	@Test
	void tellsWhatIsWrongAndWhereInWords() throws IOException {
		Files.writeString(this.directory.resolve("rules.yml"), rules(objective("99.9", 30)).toYaml());
		try (InputStream told = PrometheusRulesTests.class.getResourceAsStream("told.yml")) {
			Files.copy(Objects.requireNonNull(told), this.directory.resolve("told.yml"));
		}
		Promtool.succeeds(this.directory, "test", "rules", "told.yml");
	}

	@ParameterizedTest
	@MethodSource("alerts")
	void asksForLabelsThatItsExpressionKeeps(String alert) {
		Rule rule = rules(objective("99.9", 30)).alerts()
			.stream()
			.filter((each) -> each.name().equals(alert))
			.findFirst()
			.orElseThrow();
		String told = String.join(" ", rule.annotations().values());
		List<String> asked = LABEL.matcher(told).results().map((found) -> found.group(1)).toList();
		assertThat(BY.matcher(rule.expression()).results().map((found) -> List.of(found.group(1).split(", "))))
			.allSatisfy((kept) -> assertThat(kept).containsAll(asked));
	}

	@ParameterizedTest
	@MethodSource("alerts")
	void everyAlertIsTried(String alert) {
		Map<String, List<RuleCase>> cases = RuleCase.all().collect(Collectors.groupingBy(RuleCase::alert));
		assertThat(cases).containsKey(alert);
		assertThat(cases.getOrDefault(alert, List.of())).extracting(RuleCase::situation)
			.contains("fires", "does not fire", "no data", "recovers");
	}

	static Stream<String> alerts() {
		return PrometheusRules.alerts().stream();
	}

	@ParameterizedTest
	@CsvSource({ "99.9,30", "99.99,7", "95,28", "50,90", "99.5,1" })
	void isAcceptedByPrometheus(String target, int days) throws IOException {
		Files.writeString(this.directory.resolve("rules.yml"), rules(objective(target, days)).toYaml());
		Promtool.succeeds(this.directory, "check", "rules", "rules.yml");
	}

	@ParameterizedTest
	@ValueSource(strings = { "shop", "a\"b", "a\\b", "a: b", "übung" })
	void isAcceptedForAnyNameOfService(String application) throws IOException {
		RuleFile file = PrometheusRules.of(List.of(objective("99.9", 30)), settings(application, Set.of()));
		Files.writeString(this.directory.resolve("rules.yml"), file.toYaml());
		Promtool.succeeds(this.directory, "check", "rules", "rules.yml");
	}

	@Test
	void tellsEveryAlertInWordsAndWhatToDo() {
		assertThat(rules(objective("99.9", 30)).alerts()).hasSize(PrometheusRules.alerts().size())
			.allSatisfy((rule) -> {
				assertThat(rule.labels()).containsKey("severity").containsEntry("service", "shop");
				assertThat(rule.annotations()).containsOnlyKeys("summary", "description", "runbook_url")
					.containsEntry("runbook_url", "https://example.com/runbooks/" + rule.name() + ".md");
			});
	}

	@Test
	void writesLimitsAsDecimals() {
		assertThat(rules(objective("99.9", 30)).toYaml())
			.contains("rate1h{application=\"shop\",slo=\"checkout\"} > 0.0144")
			.contains("/ 0.001")
			.doesNotContain("0.0009999");
	}

	@Test
	void leavesOutTiersThatCanNeverFire() {
		assertThat(rules(objective("90", 30)).alerts()).extracting(Rule::name)
			.doesNotContain("SloFastBurn")
			.contains("SloMediumBurn");
	}

	@Test
	void leavesOutWhatIsNotAskedFor() {
		RuleSettings settings = new RuleSettings("shop", "docs", Set.of(), Set.of("ErrorLogSpike", "SloSlowBurn"));
		assertThat(PrometheusRules.of(List.of(objective("99.9", 30)), settings).alerts()).extracting(Rule::name)
			.doesNotContain("ErrorLogSpike", "SloSlowBurn")
			.doesNotContainAnyElementsOf(PrometheusRules.optionalAlerts())
			.contains("HighErrorRate");
	}

	/**
	 * An alert and what is recorded if it reads that: all rules at each minute of each
	 * case take the tool ten times as long.
	 */
	private static RuleFile rulesFor(String alert) {
		List<RuleGroup> groups = rules(objective("99.9", 30)).groups();
		List<Rule> all = groups.stream().flatMap((group) -> group.rules().stream()).toList();
		boolean reads = all.stream()
			.filter((rule) -> rule.name().equals(alert))
			.anyMatch((rule) -> all.stream()
				.anyMatch((other) -> other.kind() == Rule.Kind.RECORD && rule.expression().contains(other.name())));
		return new RuleFile(
				groups.stream()
					.map((group) -> new RuleGroup(group.name(), group.rules()
						.stream()
						.filter((rule) -> rule.name().equals(alert) || (reads && rule.kind() == Rule.Kind.RECORD))
						.toList()))
					.filter((group) -> !group.rules().isEmpty())
					.toList());
	}

	private static RuleFile rules(Objective objective) {
		return PrometheusRules.of(List.of(objective), SETTINGS);
	}

	private static RuleSettings settings(String application, Set<String> exclude) {
		return new RuleSettings(application, "https://example.com/runbooks",
				Set.copyOf(PrometheusRules.optionalAlerts()), exclude);
	}

	private static Objective objective(String target, int days) {
		return new Objective("checkout", ObjectiveType.AVAILABILITY, new BigDecimal(target), Duration.ofDays(days),
				null, 2);
	}

}
