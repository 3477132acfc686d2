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
 * A dashboard of Grafana.
 *
 * @param uid stable id, by which others link to it
 * @param title title
 * @param panels the panels, two beside each other
 */
public record Dashboard(String uid, String title, List<Panel> panels) {

	private static final int SCHEMA = 39;

	private static final int WIDTH = 24;

	private static final int COLUMNS = 2;

	private static final int HEIGHT = 8;

	private static final String DEPLOYMENTS = "group by (version) (sightline_build_info{$apps}) "
			+ "unless group by (version) (sightline_build_info{$apps} offset 5m)";

	public Dashboard {
		panels = List.copyOf(panels);
	}

	/**
	 * The dashboard as Grafana imports it.
	 * @param runbookUrl address of the runbooks
	 * @return the JSON
	 */
	public String toJson(String runbookUrl) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("uid", this.uid);
		json.put("title", this.title);
		json.put("tags", List.of("sightline"));
		json.put("schemaVersion", SCHEMA);
		json.put("editable", true);
		json.put("refresh", "30s");
		json.put("time", Panel.sorted("from", "now-1h", "to", "now"));
		json.put("annotations", Map.of("list", List.of(deployments())));
		json.put("templating", Map.of("list", variables()));
		json.put("panels", panels(runbookUrl));
		return Json.write(json);
	}

	private List<Object> panels(String runbookUrl) {
		List<Object> all = new ArrayList<>();
		for (Panel panel : this.panels) {
			int index = all.size();
			Map<String, Object> position = new LinkedHashMap<>();
			position.put("h", HEIGHT);
			position.put("w", WIDTH / COLUMNS);
			position.put("x", (index % COLUMNS) * WIDTH / COLUMNS);
			position.put("y", (index / COLUMNS) * HEIGHT);
			all.add(panel.json(index + 1, position, runbookUrl));
		}
		return all;
	}

	private static Map<String, Object> deployments() {
		Map<String, Object> annotation = new LinkedHashMap<>();
		annotation.put("name", "Deployments");
		annotation.put("datasource", Panel.datasource());
		annotation.put("enable", true);
		annotation.put("iconColor", "blue");
		annotation.put("expr", Panel.expand(DEPLOYMENTS));
		annotation.put("titleFormat", "Version {{version}}");
		return annotation;
	}

	private static List<Object> variables() {
		Map<String, Object> source = new LinkedHashMap<>();
		source.put("name", "datasource");
		source.put("type", "datasource");
		source.put("query", "prometheus");
		return List.of(source, variable("application", "label_values(process_uptime_seconds, application)", false),
				variable("environment",
						"label_values(process_uptime_seconds{application=\"$application\"}, environment)", true),
				variable("instance", "label_values(process_uptime_seconds{application=\"$application\"}, instance)",
						true));
	}

	private static Map<String, Object> variable(String name, String query, boolean several) {
		Map<String, Object> variable = new LinkedHashMap<>();
		variable.put("name", name);
		variable.put("type", "query");
		variable.put("datasource", Panel.datasource());
		variable.put("query", query);
		variable.put("refresh", 2);
		variable.put("sort", 1);
		variable.put("multi", several);
		variable.put("includeAll", several);
		return variable;
	}

}
