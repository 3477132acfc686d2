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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A panel of a dashboard. In its queries {@code $app} stands for what matches the chosen
 * application, environment and instances.
 *
 * @param title title of the panel
 * @param type type of the panel, {@code timeseries} or {@code stat}
 * @param unit unit of the values, as Grafana names it
 * @param queries the queries
 * @param limits where values turn amber and red; empty without
 * @param runbook alert whose page says what to do; empty without
 */
record Panel(String title, String type, String unit, List<Query> queries, List<Number> limits, String runbook) {

	private static final String APPLICATION = "application=\"$application\",environment=~\"$environment\"";

	private static final String INSTANCES = APPLICATION + ",instance=~\"$instance\"";

	private static final List<String> COLORS = List.of("orange", "red");

	static Map<String, Object> datasource() {
		return sorted("type", "prometheus", "uid", "${datasource}");
	}

	static Panel series(String title, String unit, String query, String legend) {
		return new Panel(title, "timeseries", unit, List.of(new Query(query, legend)), List.of(), "");
	}

	static Panel stat(String title, String unit, String query) {
		return new Panel(title, "stat", unit, List.of(new Query(query, "")), List.of(), "");
	}

	Panel limits(Number... amberAndRed) {
		return new Panel(this.title, this.type, this.unit, this.queries, List.of(amberAndRed), this.runbook);
	}

	Panel runbook(String alert) {
		return new Panel(this.title, this.type, this.unit, this.queries, this.limits, alert);
	}

	Panel and(String query, String legend) {
		List<Query> all = new ArrayList<>(this.queries);
		all.add(new Query(query, legend));
		return new Panel(this.title, this.type, this.unit, List.copyOf(all), this.limits, this.runbook);
	}

	static String expand(String query) {
		return query.replace("$apps", APPLICATION).replace("$app}", INSTANCES + "}").replace("$app,", INSTANCES + ",");
	}

	Map<String, Object> json(int id, Map<String, Object> position, String runbookUrl) {
		Map<String, Object> panel = new LinkedHashMap<>();
		panel.put("id", id);
		panel.put("type", this.type);
		panel.put("title", this.title);
		panel.put("datasource", datasource());
		panel.put("gridPos", position);
		panel.put("fieldConfig", sorted("defaults", defaults(), "overrides", List.of()));
		panel.put("targets", targets());
		if (!this.runbook.isEmpty()) {
			panel.put("links", List.of(sorted("title", "What to do", "url", runbookUrl + "/" + this.runbook + ".md")));
		}
		return panel;
	}

	private Map<String, Object> defaults() {
		List<Object> steps = new ArrayList<>();
		steps.add(step("green", Json.NULL));
		// A falling value is bad where red is below amber.
		boolean falling = this.limits.size() == 2
				&& this.limits.get(0).doubleValue() > this.limits.get(1).doubleValue();
		if (falling) {
			steps.set(0, step("red", Json.NULL));
			steps.add(step("orange", this.limits.get(1)));
			steps.add(step("green", this.limits.get(0)));
		}
		for (int i = 0; !falling && i < this.limits.size(); i++) {
			steps.add(step(COLORS.get(i), this.limits.get(i)));
		}
		Map<String, Object> defaults = new LinkedHashMap<>();
		defaults.put("unit", this.unit);
		defaults.put("thresholds", sorted("mode", "absolute", "steps", steps));
		if ("timeseries".equals(this.type) && !this.limits.isEmpty()) {
			defaults.put("custom", Map.of("thresholdsStyle", Map.of("mode", "dashed")));
		}
		return defaults;
	}

	private static Map<String, Object> step(String color, Object value) {
		return sorted("color", color, "value", value);
	}

	static Map<String, Object> sorted(String first, Object one, String second, Object two) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put(first, one);
		map.put(second, two);
		return map;
	}

	private List<Object> targets() {
		List<Object> targets = new ArrayList<>();
		for (Query query : this.queries) {
			Map<String, Object> target = new LinkedHashMap<>();
			target.put("refId", String.valueOf((char) ('A' + targets.size())));
			target.put("expr", expand(query.expression()));
			target.put("legendFormat", query.legend());
			target.put("exemplar", query.expression().contains("_bucket{"));
			targets.add(target);
		}
		return targets;
	}

	/**
	 * A query of a panel.
	 *
	 * @param expression the query
	 * @param legend what names its series
	 */
	record Query(String expression, String legend) {

	}

}
