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
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reads OpenMetrics 1.0 and the text format 0.0.4 as their specifications have them, and
 * nothing else.
 */
final class StrictScrape {

	private static final String VALUE = "([+-]?(?:[0-9.]+(?:[eE][+-]?[0-9]+)?|Inf)|NaN)";

	private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"";

	private static final String LABELS = "(?:" + LABEL + "(?:," + LABEL + ")*)?";

	private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(" + LABELS + ")})? " + VALUE
			+ "( # \\{(" + LABELS + ")} " + VALUE + "(?: [0-9.]+)?)?");

	private static final Pattern LABEL_NAME = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

	private static final int MAX_EXEMPLAR = 128;

	private static final Map<String, List<String>> OPEN_METRICS = Map.of("counter", List.of("_total", "_created"),
			"gauge", List.of(""), "histogram", List.of("_bucket", "_count", "_sum", "_created"), "gaugehistogram",
			List.of("_bucket", "_gcount", "_gsum"), "summary", List.of("", "_count", "_sum", "_created"), "info",
			List.of("_info"), "unknown", List.of(""), "stateset", List.of(""));

	private static final Map<String, List<String>> TEXT = Map.of("counter", List.of(""), "gauge", List.of(""),
			"histogram", List.of("_bucket", "_count", "_sum"), "summary", List.of("", "_count", "_sum"), "untyped",
			List.of(""));

	private final Map<String, List<String>> suffixes;

	private final Map<String, String> help = new LinkedHashMap<>();

	private final Map<String, String> types = new LinkedHashMap<>();

	private final Map<String, List<Bucket>> buckets = new LinkedHashMap<>();

	private final Map<String, Double> counts = new LinkedHashMap<>();

	private final List<String> problems = new ArrayList<>();

	private final List<String> exemplars = new ArrayList<>();

	private final Set<String> families = new HashSet<>();

	private final Set<String> series = new HashSet<>();

	private String family = "";

	private String type = "";

	private StrictScrape(Map<String, List<String>> suffixes, Stream<String> lines) {
		this.suffixes = suffixes;
		lines.forEach(this::read);
		this.buckets.forEach(this::checkBuckets);
	}

	static StrictScrape openMetrics(String text) {
		String end = "# EOF\n";
		StrictScrape scrape = new StrictScrape(OPEN_METRICS,
				text.endsWith(end) ? text.substring(0, text.length() - end.length()).lines() : text.lines());
		if (!text.endsWith("\n" + end)) {
			scrape.problems.add("no end");
		}
		return scrape;
	}

	static StrictScrape text(String text) {
		StrictScrape scrape = new StrictScrape(TEXT, text.lines());
		if (!text.endsWith("\n")) {
			scrape.problems.add("no end");
		}
		if (!scrape.exemplars.isEmpty()) {
			scrape.problems.add("exemplars: " + scrape.exemplars);
		}
		return scrape;
	}

	private void read(String line) {
		if (line.startsWith("# ")) {
			readMetadata(line.split(" ", 4), line);
			return;
		}
		Matcher sample = SAMPLE.matcher(line);
		if (!sample.matches()) {
			this.problems.add("no sample: " + line);
			return;
		}
		String name = sample.group(1);
		checkFamily(name, line);
		if (!this.series.add(name + "{" + sample.group(2) + "}")) {
			this.problems.add("twice: " + line);
		}
		Map<String, String> labels = labels(sample.group(2), line);
		if (this.type.equals("histogram")) {
			readHistogram(name, labels, Double.parseDouble(value(sample.group(3))), line);
		}
		if (sample.group(4) != null) {
			this.exemplars.add(line);
			checkExemplar(name, labels.get("le"), sample, line);
		}
	}

	private void readMetadata(String[] words, String line) {
		if (words.length < 3 || !Set.of("TYPE", "HELP", "UNIT").contains(words[1])) {
			this.problems.add("no metadata: " + line);
			return;
		}
		String name = words[2];
		if (!name.equals(this.family)) {
			if (!this.families.add(name)) {
				this.problems.add("family in parts: " + name);
			}
			this.type = "";
		}
		this.family = name;
		String text = (words.length > 3) ? words[3] : "";
		if (words[1].equals("TYPE")) {
			this.type = text;
			check(this.types.put(name, text) == null && this.suffixes.containsKey(text), "type: " + line);
		}
		else if (words[1].equals("HELP")) {
			check(this.help.put(name, text.strip()) == null, "help twice: " + line);
		}
		else {
			check(name.endsWith("_" + text), "unit: " + line);
		}
	}

	private void checkFamily(String name, String line) {
		check(this.suffixes.getOrDefault(this.type, List.of())
			.stream()
			.anyMatch((suffix) -> name.equals(this.family + suffix)), "not of " + this.type + " " + this.family, line);
	}

	private Map<String, String> labels(@Nullable String text, String line) {
		Map<String, String> labels = new LinkedHashMap<>();
		LABEL_NAME.matcher((text != null) ? text : "")
			.results()
			.forEach((label) -> check(labels.put(label.group(1), label.group(2)) == null, "label twice", line));
		return labels;
	}

	private void readHistogram(String name, Map<String, String> labels, double value, String line) {
		String le = labels.get("le");
		Map<String, String> others = new LinkedHashMap<>(labels);
		others.remove("le");
		String key = this.family + others;
		check((le != null) == name.endsWith("_bucket"), "le", line);
		if (le != null) {
			this.buckets.computeIfAbsent(key, (added) -> new ArrayList<>())
				.add(new Bucket(Double.parseDouble(value(le)), value));
		}
		else if (name.endsWith("_count")) {
			this.counts.put(key, value);
		}
	}

	private void checkBuckets(String key, List<Bucket> all) {
		for (int i = 1; i < all.size(); i++) {
			check(all.get(i - 1).bound() < all.get(i).bound() && all.get(i - 1).count() <= all.get(i).count(),
					"order of buckets", key);
		}
		Bucket last = all.get(all.size() - 1);
		check(last.bound() == Double.POSITIVE_INFINITY, "no last bucket", key);
		check(Double.valueOf(last.count()).equals(this.counts.get(key)), "count is not that of the last bucket", key);
	}

	/**
	 * Prometheus before 2.43 refuses exemplars anywhere else.
	 */
	private void checkExemplar(String name, @Nullable String bound, Matcher sample, String line) {
		check(name.endsWith("_bucket") || name.endsWith("_total"), "exemplar", line);
		int length = labels(sample.group(5), line).entrySet()
			.stream()
			.mapToInt((label) -> label.getKey().length() + label.getValue().length())
			.sum();
		check(length > 0 && length <= MAX_EXEMPLAR, "size of exemplar", line);
		if (bound != null) {
			check(Double.parseDouble(value(sample.group(6))) <= Double.parseDouble(value(bound)),
					"exemplar of another bucket", line);
		}
	}

	private static String value(String text) {
		return text.replace("Inf", "Infinity");
	}

	private void check(boolean right, String... problem) {
		if (!right) {
			this.problems.add(String.join(": ", problem));
		}
	}

	List<String> problems() {
		return this.problems;
	}

	List<String> exemplars() {
		return this.exemplars;
	}

	Map<String, String> help() {
		return this.help;
	}

	Map<String, String> types() {
		return this.types;
	}

	private record Bucket(double bound, double count) {

	}

}
