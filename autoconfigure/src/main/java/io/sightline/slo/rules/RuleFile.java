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

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.sightline.slo.SloWindows;

/**
 * A rule file of Prometheus.
 *
 * @param groups the groups of rules
 */
public record RuleFile(List<RuleGroup> groups) {

	public RuleFile {
		groups = List.copyOf(groups);
	}

	/**
	 * The alerts of the file.
	 * @return the rules that alert
	 */
	public List<Rule> alerts() {
		return this.groups.stream()
			.flatMap((group) -> group.rules().stream())
			.filter((rule) -> rule.kind() == Rule.Kind.ALERT)
			.toList();
	}

	/**
	 * The file as Prometheus reads it.
	 * @return the text
	 */
	public String toYaml() {
		StringBuilder yaml = new StringBuilder("groups:\n");
		for (RuleGroup group : this.groups) {
			yaml.append("  - name: ").append(quoted(group.name())).append("\n    rules:\n");
			group.rules().forEach((rule) -> append(yaml, rule));
		}
		return yaml.toString();
	}

	private static void append(StringBuilder yaml, Rule rule) {
		yaml.append("      - ").append(rule.kind().name().toLowerCase(Locale.ROOT)).append(": ");
		yaml.append(rule.name()).append("\n        expr: |-\n");
		rule.expression().lines().forEach((line) -> yaml.append("          ").append(line).append('\n'));
		if (!rule.pending().isZero()) {
			yaml.append("        for: ").append(SloWindows.label(rule.pending())).append('\n');
		}
		append(yaml, "labels", rule.labels());
		append(yaml, "annotations", rule.annotations());
	}

	private static void append(StringBuilder yaml, String key, Map<String, String> values) {
		if (!values.isEmpty()) {
			yaml.append("        ").append(key).append(":\n");
			values.forEach((name,
					value) -> yaml.append("          ").append(name).append(": ").append(quoted(value)).append('\n'));
		}
	}

	private static String quoted(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
	}

}
