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

package io.sightline.metrics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads OpenMetrics 1.0 as the specification has it, and nothing else.
 */
final class StrictScrape {

	private static final String VALUE = "([+-]?(?:[0-9.]+(?:[eE][+-]?[0-9]+)?|Inf)|NaN)";

	private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"";

	private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?:" + LABEL + "(?:," + LABEL
			+ ")*)?})? " + VALUE + "( # \\{.*} " + VALUE + "(?: [0-9.]+)?)?");

	private static final Map<String, List<String>> SUFFIXES = Map.of("counter", List.of("_total", "_created"), "gauge",
			List.of(""), "histogram", List.of("_bucket", "_count", "_sum", "_created"), "gaugehistogram",
			List.of("_bucket", "_gcount", "_gsum"), "summary", List.of("", "_count", "_sum", "_created"), "info",
			List.of("_info"), "unknown", List.of(""), "stateset", List.of(""));

	private final Map<String, String> help = new LinkedHashMap<>();

	private final List<String> problems = new ArrayList<>();

	private final List<String> exemplars = new ArrayList<>();

	private final Set<String> families = new HashSet<>();

	private final Set<String> series = new HashSet<>();

	private String family = "";

	private String type = "";

	StrictScrape(String text) {
		if (!text.endsWith("# EOF\n")) {
			this.problems.add("no end");
		}
		text.lines().filter((line) -> !line.equals("# EOF")).forEach(this::read);
	}

	private void read(String line) {
		if (line.startsWith("# ")) {
			readMetadata(line.split(" ", 4));
			return;
		}
		Matcher sample = SAMPLE.matcher(line);
		if (!sample.matches()) {
			this.problems.add("no sample: " + line);
			return;
		}
		checkFamily(sample.group(1), line);
		if (!this.series.add(sample.group(1) + sample.group(2))) {
			this.problems.add("twice: " + line);
		}
		if (sample.group(4) != null) {
			checkExemplar(sample.group(1), line);
		}
	}

	private void readMetadata(String[] words) {
		String name = words[2];
		if (!name.equals(this.family) && !this.families.add(name)) {
			this.problems.add("family in parts: " + name);
		}
		this.family = name;
		if (words[1].equals("TYPE")) {
			this.type = words[3];
		}
		else if (words[1].equals("HELP")) {
			this.help.put(name, (words.length > 3) ? words[3].strip() : "");
		}
	}

	private void checkFamily(String name, String line) {
		boolean member = SUFFIXES.getOrDefault(this.type, List.of())
			.stream()
			.anyMatch((suffix) -> name.equals(this.family + suffix));
		if (!member) {
			this.problems.add("not of " + this.type + " " + this.family + ": " + line);
		}
	}

	private void checkExemplar(String name, String line) {
		this.exemplars.add(line);
		if (!name.endsWith("_bucket") && !name.endsWith("_total")) {
			this.problems.add("exemplar: " + line);
		}
	}

	List<String> problems() {
		return this.problems;
	}

	List<String> exemplars() {
		return this.exemplars;
	}

	@Nullable String help(String name) {
		return this.help.get(name);
	}

	Map<String, String> help() {
		return this.help;
	}

}
