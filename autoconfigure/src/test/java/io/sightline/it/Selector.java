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

package io.sightline.it;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a query selects: a series, and what its labels must be.
 *
 * @param name name of the series
 * @param labels matchers of labels, as PromQL writes them
 */
record Selector(String name, String labels) {

	private static final Pattern SELECTOR = Pattern.compile("(?<![:\\w])([a-z][a-z0-9_]+)\\{([^{}]*)}");

	private static final Pattern LABEL = Pattern.compile("(\\w+)(=~|!~|!=|=)\"((?:[^\"\\\\]|\\\\.)*)\"");

	/**
	 * The selectors of series that an application exposes: what Prometheus makes itself
	 * is left out.
	 */
	static Set<Selector> in(String rules) {
		return SELECTOR.matcher(rules)
			.results()
			.map((found) -> new Selector(found.group(1), found.group(2)))
			.filter((selector) -> !"up".equals(selector.name()))
			.collect(Collectors.toSet());
	}

	boolean isMatched(String scrape) {
		return scrape.lines().filter((line) -> line.startsWith(this.name + "{")).anyMatch(this::isMatchedBy);
	}

	private boolean isMatchedBy(String line) {
		return LABEL.matcher(this.labels).results().allMatch((label) -> isMatchedBy(line, label));
	}

	private static boolean isMatchedBy(String line, MatchResult label) {
		if ("instance".equals(label.group(1))) {
			// The scrape adds it.
			return true;
		}
		Matcher actual = Pattern.compile("[{,]" + label.group(1) + "=\"([^\"]*)\"").matcher(line);
		boolean found = actual.find();
		String expected = label.group(3).replace("\\\\", "\\");
		return switch (label.group(2)) {
			case "=" -> found && actual.group(1).equals(expected);
			case "=~" -> found && actual.group(1).matches(expected);
			case "!=" -> found && !actual.group(1).equals(expected);
			default -> found && !actual.group(1).matches(expected);
		};
	}

}
