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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an alert does in a situation.
 *
 * @param alert name of the alert
 * @param situation the situation
 * @param interval how often Prometheus looks
 * @param expected how many alerts fire at a time, each as {@code 10m=1}
 * @param series the series that are scraped, with their values
 */
record RuleCase(String alert, String situation, String interval, List<String> expected, List<String> series) {

	private static final String LABELS = "application=\"shop\"";

	private static final String TARGET = "job=\"shop\"";

	static Stream<RuleCase> all() {
		try (InputStream cases = RuleCase.class.getResourceAsStream("cases.txt")) {
			String text = new String(Objects.requireNonNull(cases).readAllBytes(), StandardCharsets.UTF_8);
			return Stream.of(text.split("\n\n")).filter((block) -> !block.startsWith("#")).map(RuleCase::parse);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RuleCase parse(String block) {
		List<String> lines = block.strip().lines().toList();
		String[] head = lines.get(0).split(" \\| ");
		return new RuleCase(head[0], head[1], head[2], List.of(lines.get(1).split(" ")),
				lines.subList(2, lines.size()));
	}

	String toYaml() {
		String input = this.series.stream().map(RuleCase::series).collect(Collectors.joining());
		String checks = this.expected.stream().map(this::check).collect(Collectors.joining());
		return """
				rule_files: [rules.yml]
				evaluation_interval: %s
				tests:
				  - interval: %s
				    input_series: %s
				%s    promql_expr_test:
				%s""".formatted(this.interval, this.interval, this.series.isEmpty() ? "[]" : "", input, checks);
	}

	/**
	 * A series with the labels that the application and the scrape put on it.
	 */
	private static String series(String line) {
		int end = line.indexOf('}') + 1;
		int space = (end > 0) ? end : line.indexOf(' ');
		String id = line.substring(0, space);
		String name = id.split("\\{")[0];
		String own = id.contains("{") ? "," + id.substring(name.length() + 1, id.length() - 1) : "";
		String labels = LABELS + "," + TARGET + (own.contains("instance=") ? "" : ",instance=\"a\"")
				+ (own.contains("environment=") ? "" : ",environment=\"prod\"")
				+ (own.contains("service=") ? "" : ",service=\"shop\"");
		return "      - {series: '%s{%s%s}', values: '%s'}\n".formatted(name, labels, own,
				line.substring(space).strip());
	}

	private String check(String expected) {
		String[] parts = expected.split("=");
		return """
				      - expr: count(ALERTS{alertname="%s",alertstate="firing",service="shop"}) or vector(0)
				        eval_time: %s
				        exp_samples: [{labels: '{}', value: %s}]
				""".formatted(this.alert, parts[0], parts[1]);
	}

	@Override
	public String toString() {
		return this.alert + " " + this.situation;
	}

}
