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

package io.sightline.console.api;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.MultiValueMap;

/**
 * The parameters of a query. A name that is not known is refused: it is a mistake that
 * would otherwise look like an answer.
 */
public final class Parameters {

	private static final int MAX_TEXT = 512;

	private static final int MAX_VALUES = 20;

	private static final Duration LONGEST = Duration.ofDays(365);

	private final MultiValueMap<String, String> values;

	private Parameters(MultiValueMap<String, String> values) {
		this.values = values;
	}

	/**
	 * Take the parameters of a query.
	 * @param values the parameters
	 * @param known the names that there are
	 * @return the parameters
	 */
	public static Parameters of(MultiValueMap<String, String> values, String... known) {
		Set<String> names = new TreeSet<>(List.of(known));
		values.forEach((name, given) -> {
			if (!names.contains(name)) {
				throw new BadFieldException(printable(name), "is not known; there are " + names);
			}
			if (given.size() > MAX_VALUES) {
				throw new BadFieldException(name, "is given more than " + MAX_VALUES + " times");
			}
			if (given.stream().anyMatch((value) -> value.length() > MAX_TEXT)) {
				throw new BadFieldException(name, "is longer than " + MAX_TEXT + " characters");
			}
		});
		return new Parameters(values);
	}

	private static String printable(String name) {
		return name.substring(0, Math.min(name.length(), 64));
	}

	/**
	 * Return all values of a parameter.
	 * @param name the parameter
	 * @return its values
	 */
	public List<String> all(String name) {
		return this.values.getOrDefault(name, List.of());
	}

	/**
	 * Return a text.
	 * @param name the parameter
	 * @return its value, empty if there is none
	 */
	public String text(String name) {
		List<String> all = all(name);
		if (all.size() > 1) {
			throw new BadFieldException(name, "is given more than once");
		}
		return all.isEmpty() ? "" : all.get(0).strip();
	}

	/**
	 * Return a text of a certain form.
	 * @param name the parameter
	 * @param form the form
	 * @param description the form in words
	 * @return its value, empty if there is none
	 */
	public String text(String name, Pattern form, String description) {
		String value = text(name);
		if (!value.isEmpty() && !form.matcher(value).matches()) {
			throw new BadFieldException(name, "is to be " + description);
		}
		return value;
	}

	/**
	 * Return one of several values.
	 * @param name the parameter
	 * @param choices the values, of which the first is the default
	 * @return its value
	 */
	public String choice(String name, List<String> choices) {
		String value = text(name);
		if (!value.isEmpty() && !choices.contains(value)) {
			throw new BadFieldException(name, "is to be one of " + choices);
		}
		return value.isEmpty() ? choices.get(0) : value;
	}

	/**
	 * Return a whole number.
	 * @param name the parameter
	 * @param fallback its value if there is none
	 * @param min the smallest value
	 * @param max the largest value
	 * @return its value
	 */
	public long number(String name, long fallback, long min, long max) {
		String value = text(name);
		if (value.isEmpty()) {
			return fallback;
		}
		try {
			long number = Long.parseLong(value);
			if (number >= min && number <= max) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Told below like any other that does not fit.
		}
		throw new BadFieldException(name, "is to be a whole number from " + min + " to " + max);
	}

	/**
	 * Return a duration, such as 15m or PT15M.
	 * @param name the parameter
	 * @param fallback its value if there is none
	 * @return its value
	 */
	public Duration duration(String name, Duration fallback) {
		String value = text(name);
		if (value.isEmpty()) {
			return fallback;
		}
		try {
			Duration duration = DurationStyle.detectAndParse(value);
			if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
				return duration;
			}
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			// Told below like any other that does not fit.
		}
		throw new BadFieldException(name, "is to be a duration such as 500ms, 15m or 1h");
	}

}
