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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.sightline.report.Finding;

/**
 * What is wired and why, at one moment.
 *
 * @param service who the service is
 * @param features the features, by name
 * @param settings the properties in effect
 * @param sections what features contribute, by section
 * @param findings what the owner should know, the worst first
 */
public record WiringReport(Map<String, String> service, List<Feature> features, List<Setting> settings,
		Map<String, Object> sections, List<Finding> findings) {

	/**
	 * The version of the form below. Fields may be added to it, none is renamed or taken
	 * away.
	 */
	public static final int SCHEMA = 1;

	/**
	 * The report in its stable form.
	 * @return maps, lists, text, numbers and booleans
	 */
	public Map<String, Object> toMap() {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("schema", SCHEMA);
		map.put("service", this.service);
		map.put("findings", this.findings.stream().map(WiringReport::map).toList());
		map.put("features", this.features.stream().map(WiringReport::map).toList());
		map.put("settings", this.settings.stream().map(WiringReport::map).toList());
		map.put("sections", this.sections);
		return map;
	}

	private static Map<String, Object> map(Finding finding) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("id", finding.id());
		map.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
		map.put("meaning", finding.meaning());
		map.put("fix", finding.fix());
		return map;
	}

	private static Map<String, Object> map(Feature feature) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("name", feature.name());
		map.put("on", feature.on());
		map.put("switches", feature.switches().stream().map(WiringReport::map).toList());
		map.put("parts", feature.parts().stream().map(WiringReport::map).toList());
		return map;
	}

	private static Map<String, Object> map(Feature.Part part) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("name", part.name());
		map.put("on", part.on());
		map.put("reasons", part.reasons().stream().map(WiringReport::map).toList());
		return map;
	}

	private static Map<String, Object> map(Feature.Reason reason) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("kind", reason.kind());
		map.put("text", reason.text());
		return map;
	}

	private static Map<String, Object> map(Setting setting) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("property", setting.property());
		if (setting.value() != null) {
			map.put("value", setting.value());
		}
		map.put("source", setting.source());
		return map;
	}

}
