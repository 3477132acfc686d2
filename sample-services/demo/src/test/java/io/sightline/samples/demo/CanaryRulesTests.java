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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The documented queries and rules that compare two versions, tried by Prometheus' own
 * tool with numbers that were worked out elsewhere.
 */
class CanaryRulesTests {

	private static final Path DOCS = Path.of("..", "..", "docs");

	private static final Pattern QUERY = Pattern.compile("```promql\n(.*?)\n```", Pattern.DOTALL);

	/**
	 * What each query of the document says of the old and of the new version, if 60 of
	 * 6,000 requests of the old and 60 of 600 of the new fail, and 300 and 60 are slow.
	 */
	private static final List<Expected> EXPECTED = List.of(new Expected(false, "3.333", "0.333"),
			new Expected(true, "0.01", "0.1"), new Expected(false, "0.5", "0.75"), new Expected(true, "0.05", "0.1"),
			new Expected(true, "-9", "9"), new Expected(true, "-11.424", "6.576"),
			new Expected(true, "-6.576", "11.424"), new Expected(true, "-15.732", "15.732"),
			new Expected(true, "-5.142", "5.142"), new Expected(true, "-6.576", ""));

	private static final String RULES = "canary-rules.yml";

	@TempDir
	Path directory;

	@Test
	void prometheusTakesTheRules() throws Exception {
		promtool("check", "rules", RULES);
	}

	@Test
	void queriesSayWhatTheyAreSaidToSay() throws Exception {
		List<String> queries = QUERY.matcher(Files.readString(DOCS.resolve("canary.md")))
			.results()
			.map((found) -> found.group(1).replace("$service", "shop"))
			.toList();
		assertThat(queries).hasSameSizeAs(EXPECTED);
		StringBuilder tests = new StringBuilder("    promql_expr_test:\n");
		for (int i = 0; i < queries.size(); i++) {
			tests.append("      - expr: round(").append(queries.get(i)).append(", 0.001)\n");
			tests.append("        eval_time: 40m\n        exp_samples:\n").append(EXPECTED.get(i).samples());
		}
		test(series("0+198x90", "0+2x90", "0+190x90", "0+18x90", "0+2x90", "0+18x90", 2000) + tests);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "ten percent fail, 0+198x90, 0+2x90, 0+18x90, 0+2x90, 2000, true",
			"too few requests, 0+198x90, 0+2x90, 0+2x90, 0+1x90, 2000, false",
			"a small difference, 0+198x90, 0+2x90, 0+19x90, 0+1x90, 2000, false",
			"what may be an accident, 0+120x90, 0+80x90, 0+2.6x90, 0+2.4x90, 2000, false",
			"nothing fails at all, 0+198x90, 0+0x90, 0+18x90, 0+0x90, 2000, false",
			"the old one is worse, 0+198x90, 0+2x90, 0+18x90, 0+2x90, 500, false" })
	void rollsBackWhen(String situation, String oldGood, String oldBad, String newGood, String newBad, int started,
			boolean fires) throws Exception {
		String alert = """
				    alert_rule_test:
				      - alertname: CanaryRollBack
				        eval_time: 45m
				        exp_alerts: %s
				""".formatted(
				fires ? """

						          - exp_labels: {severity: critical, service: shop, application: shop, environment: prod, version: 2.0.0}
						            exp_annotations:
						              summary: "Roll back shop 2.0.0: 9% more of its requests fail"
						              description: "The share of requests that fail is higher by 9% than with the other versions, and that is no accident (z above 2.33)."
						              runbook_url: docs/canary.md#roll-back
						"""
						: "[]");
		test(series(oldGood, oldBad, oldGood, newGood, newBad, newGood, started) + alert);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "a fifth is slow, 0+15x90, true", "few are slow, 0+18x90, false" })
	void warnsWhen(String situation, String fast, boolean fires) throws Exception {
		String alert = """
				    alert_rule_test:
				      - alertname: CanarySlow
				        eval_time: 45m
				        exp_alerts: %s
				""".formatted(
				fires ? """

						          - exp_labels: {severity: warning, service: shop, application: shop, environment: prod, version: 2.0.0}
						            exp_annotations:
						              summary: "shop 2.0.0 is slower: 20% more of its requests take longer than 500 ms"
						              description: "Do not send it more traffic before you know why."
						              runbook_url: docs/canary.md#slower
						"""
						: "[]");
		test(series("0+200x90", "0+0x90", "0+190x90", "0+20x90", "0+0x90", fast, 2000) + alert);
	}

	private static String series(String oldGood, String oldBad, String oldFast, String newGood, String newBad,
			String newFast, int started) {
		return "    input_series:\n" + version("1.0.0", oldGood, oldBad, oldFast, 1000)
				+ version("2.0.0", newGood, newBad, newFast, started);
	}

	private static String version(String version, String good, String bad, String fast, int started) {
		String labels = "application=\"shop\",environment=\"prod\",version=\"" + version + "\"";
		String all = "0+" + (slope(good) + slope(bad)) + "x90";
		return line("http_server_requests_seconds_count", labels + ",outcome=\"SUCCESS\",status=\"200\"", good)
				+ line("http_server_requests_seconds_count", labels + ",outcome=\"SERVER_ERROR\",status=\"500\"", bad)
				+ line("http_server_requests_seconds_bucket", labels + ",le=\"0.5\"", fast)
				+ line("http_server_requests_seconds_bucket", labels + ",le=\"1.0\"", all)
				+ line("http_server_requests_seconds_bucket", labels + ",le=\"+Inf\"", all)
				+ line("sightline_deployment_time_seconds", labels, started + "x90");
	}

	private static double slope(String values) {
		return Double.parseDouble(values.substring(2, values.indexOf('x')));
	}

	private static String line(String name, String labels, String values) {
		return "      - series: '" + name + "{" + labels + "}'\n        values: '" + values + "'\n";
	}

	private void test(String body) throws IOException, InterruptedException {
		Files.writeString(this.directory.resolve("case.yml"),
				"rule_files: [" + RULES + "]\nevaluation_interval: 30s\ntests:\n  - interval: 1m\n" + body);
		promtool("test", "rules", "case.yml");
	}

	private void promtool(String... arguments) throws IOException, InterruptedException {
		assumeThat(MonitoringProcess.areInstalled("promtool")).as("install with apt-get install prometheus").isTrue();
		Files.copy(DOCS.resolve("dashboards").resolve(RULES), this.directory.resolve(RULES));
		Process process = new ProcessBuilder("promtool", arguments[0], arguments[1], arguments[2])
			.directory(this.directory.toFile())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
	}

	/**
	 * What a query says.
	 *
	 * @param whole whether it keeps the labels of the service
	 * @param before of the old version, empty for nothing
	 * @param now of the new version, empty for nothing
	 */
	private record Expected(boolean whole, String before, String now) {

		String samples() {
			return sample("1.0.0", this.before) + sample("2.0.0", this.now);
		}

		private String sample(String version, String value) {
			String service = this.whole ? "application=\"shop\",environment=\"prod\"," : "";
			return value.isEmpty() ? "" : "          - labels: '{" + service + "version=\"" + version
					+ "\"}'\n            value: " + value + "\n";
		}

	}

}
