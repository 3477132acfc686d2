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

package io.sightline.console.meters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.sightline.console.api.BadFieldException;

/**
 * A condition on a tag, such as {@code outcome=SERVER_ERROR} or {@code uri!~/actuator}.
 *
 * @param tag the tag
 * @param part whether to look for the value anywhere in it
 * @param different whether it is not to be so
 * @param value the value
 */
record TagFilter(String tag, boolean part, boolean different, String value) {

	static final Pattern TAG = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]{0,127}");

	private static final Pattern SYNTAX = Pattern.compile("(" + TAG + ")(!?[=~])(.{0,256})", Pattern.DOTALL);

	static List<TagFilter> parse(List<String> texts) {
		List<TagFilter> filters = new ArrayList<>();
		for (String text : texts) {
			Matcher matcher = SYNTAX.matcher(text);
			if (!matcher.matches()) {
				throw new BadFieldException("filter", "is to be a tag, one of = != ~ (contains) !~, and a value");
			}
			filters.add(new TagFilter(matcher.group(1), matcher.group(2).endsWith("~"),
					matcher.group(2).startsWith("!"), matcher.group(3)));
		}
		return filters;
	}

	boolean accepts(KnownSeries series) {
		String given = series.tag(this.tag);
		return (this.part ? given.contains(this.value) : given.equals(this.value)) != this.different;
	}

}
