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

package io.sightline.test.endpoint;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something an application can be asked by HTTP.
 *
 * @param method the method of the request
 * @param route the pattern of its path
 * @param headers the headers that a request must have to get there
 * @param parameters the query parameters that it must have
 */
public record Endpoint(String method, String route, Map<String, String> headers, Map<String, String> parameters) {

	private static final Pattern VARIABLE = Pattern.compile("\\{(?:[^{}]|\\{[^{}]*})*}|\\*+|\\?");

	private static final List<String> VALUES = List.of("probe", "1", "2020-01-01", "probe.txt",
			"00000000-0000-4000-8000-000000000000", "a", "AA", "123456", "v1");

	/**
	 * A path that the pattern matches.
	 */
	String path() {
		Matcher matcher = VARIABLE.matcher(this.route);
		return matcher.replaceAll((match) -> Matcher.quoteReplacement(value(match.group())));
	}

	private static String value(String variable) {
		int colon = variable.indexOf(':');
		if (!variable.startsWith("{") || colon < 0) {
			return variable.equals("?") ? "a" : "probe";
		}
		String regex = variable.substring(colon + 1, variable.length() - 1);
		return VALUES.stream().filter((value) -> value.matches(regex)).findFirst().orElse("probe");
	}

	@Override
	public String toString() {
		return this.method + " " + this.route;
	}

}
