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

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an expression of Prometheus asks for, as far as generated ones go.
 */
final class Promql {

	private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\{[^{}]*}");

	private static final Pattern GROUPING = Pattern
		.compile("\\bby \\(([^)]*)\\) *\\((?:\\w+\\()*([a-zA-Z_:][a-zA-Z0-9_:]*)\\{");

	private static final Pattern BARE = Pattern.compile("(?<![\\w:.])[a-zA-Z_:][a-zA-Z0-9_:]*(?![\\w:]| *[({])");

	private static final Pattern OWNER = Pattern.compile("(application|slo)=\"[^\"]*\"");

	private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");

	private Promql() {
	}

	static Stream<String> selectors(String expression) {
		return SELECTOR.matcher(expression).results().map((found) -> found.group());
	}

	static Stream<String> names(String expression) {
		return SELECTOR.matcher(expression).results().map((found) -> found.group(1)).distinct();
	}

	/**
	 * What is there if the application that a selector names, and its objective, are.
	 */
	static String owner(String selector) {
		String owner = OWNER.matcher(selector).results().map((found) -> found.group()).collect(Collectors.joining(","));
		return (owner.contains("slo=") ? "slo_events_total{" : "process_uptime_seconds{") + owner + "}";
	}

	static String ofAnyOwner(String selector) {
		return OWNER.matcher(selector).replaceAll("").replaceAll("([{,]),+", "$1");
	}

	/**
	 * Each name with a label that it is grouped by, as a selector of series that have it.
	 */
	static Stream<String> grouped(String expression) {
		return GROUPING.matcher(expression)
			.results()
			.flatMap((found) -> Stream.of(found.group(1).split(", *")).map((label) -> with(found.group(2), label)));
	}

	static String with(String name, String label) {
		return name + "{" + label + "!=\"\"}";
	}

	/**
	 * Names of series that stand without a selector.
	 */
	static Stream<String> bare(String expression) {
		String names = expression.replaceAll("\\{[^{}]*}", "{}")
			.replaceAll("\\[[^]]*]", "")
			.replaceAll("\\b(by|without|on|ignoring|group_left|group_right) *\\([^)]*\\)", "");
		return BARE.matcher(names).results().map((found) -> found.group()).filter((name) -> !WORDS.contains(name));
	}

}
