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
import java.util.stream.Collectors;

import io.sightline.report.Finding;

/**
 * A report for a terminal: the findings first, and no settings that nobody set.
 */
public final class TextReport {

	private static final String INDENT = "  ";

	private final StringBuilder text = new StringBuilder();

	private TextReport(WiringReport report) {
		title("Sightline: " + String.join(", ", report.service().values()));
		title("Findings");
		if (report.findings().isEmpty()) {
			line(1, "none");
		}
		report.findings().forEach(this::finding);
		title("Features");
		report.features().forEach(this::feature);
		title("Settings");
		report.settings().stream().filter(Setting::isSet).forEach((setting) -> line(1, describe(setting)));
		report.sections().forEach((name, details) -> {
			title(Character.toUpperCase(name.charAt(0)) + name.substring(1));
			details(1, details);
		});
	}

	/**
	 * Writes a report.
	 * @param report the report
	 * @return lines of text
	 */
	public static String of(WiringReport report) {
		return new TextReport(report).text.toString();
	}

	private void finding(Finding finding) {
		line(1, finding.severity() + " " + finding.id() + ": " + finding.meaning());
		line(2, "-> " + finding.fix());
	}

	private void feature(Feature feature) {
		line(1, (feature.on() ? "on   " : "off  ") + feature.name());
		feature.switches().stream().filter(Setting::isSet).forEach((setting) -> line(3, describe(setting)));
		feature.parts()
			.stream()
			.filter((part) -> !part.on())
			.forEach((part) -> line(3, "without " + part.name() + ": " + reasons(part)));
	}

	private static String reasons(Feature.Part part) {
		return part.reasons().stream().map(Feature.Reason::text).collect(Collectors.joining("; "));
	}

	private static String describe(Setting setting) {
		return "%s=%s (%s)".formatted(setting.property(), setting.value(), setting.source());
	}

	private void details(int depth, Object details) {
		if (details instanceof Map<?, ?> map) {
			map.forEach((key, value) -> entry(depth, key + ":", value));
		}
		else if (details instanceof List<?> list) {
			list.forEach((element) -> entry(depth, "-", element));
		}
		else {
			line(depth, String.valueOf(details));
		}
	}

	private void entry(int depth, String label, Object value) {
		if (isNested(value)) {
			line(depth, label);
			details(depth + 1, value);
		}
		else {
			line(depth, label + " " + flat(value));
		}
	}

	private static boolean isNested(Object value) {
		if (value instanceof List<?> list) {
			return list.stream().anyMatch((element) -> element instanceof Map || element instanceof List);
		}
		return value instanceof Map<?, ?> map && map.values()
			.stream()
			.anyMatch((element) -> element instanceof Map || (element instanceof List<?> list && isNested(list)));
	}

	private static String flat(Object value) {
		if (value instanceof Map<?, ?> map) {
			return map.entrySet()
				.stream()
				.map((entry) -> entry.getKey() + "=" + flat(entry.getValue()))
				.collect(Collectors.joining(", "));
		}
		return String.valueOf(value);
	}

	private void title(String title) {
		this.text.append(this.text.isEmpty() ? "" : "\n").append(title).append('\n');
	}

	private void line(int depth, String line) {
		this.text.append(INDENT.repeat(depth)).append(line.replaceAll("\\R", " ")).append('\n');
	}

}
