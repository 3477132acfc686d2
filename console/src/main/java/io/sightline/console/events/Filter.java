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

package io.sightline.console.events;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.sightline.console.api.BadFieldException;
import io.sightline.console.api.Where;

/**
 * A condition on a field of an event, such as {@code duration_ms>=500} or
 * {@code http.route=/orders}.
 *
 * @param field the field
 * @param operator how it is compared
 * @param value what it is compared with
 */
record Filter(String field, Operator operator, String value) {

	static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_.:/-]{1,128}");

	private static final Pattern SYNTAX = Pattern.compile("(" + FIELD + ")(!=|>=|<=|=|>|<|~|\\?)(.{0,256})",
			Pattern.DOTALL);

	/** No field of an event, but when it began. */
	private static final String START = "start_ms";

	static List<Filter> parse(String parameter, List<String> texts) {
		List<Filter> filters = new ArrayList<>();
		for (String text : texts) {
			filters.add(parse(parameter, text));
		}
		return filters;
	}

	private static Filter parse(String parameter, String text) {
		Matcher matcher = SYNTAX.matcher(text);
		if (!matcher.matches()) {
			throw new BadFieldException(parameter,
					"is to be a field, one of = != > >= < <= ~ (contains) ? (is there), and a value");
		}
		Operator operator = Operator.of(matcher.group(2));
		String value = matcher.group(3);
		if (operator.isNumeric() && !value.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
			throw new BadFieldException(parameter, "compares with what is not a number");
		}
		if (matcher.group(1).equals(START) && !operator.isNumeric()) {
			throw new BadFieldException(parameter, "compares " + START + " with anything but > >= < <=");
		}
		return new Filter(matcher.group(1), operator, value);
	}

	void addTo(Where where) {
		if (this.field.equals(START)) {
			long nanos = Math.round(Double.parseDouble(this.value) * 1e6);
			where.and("start_ns " + this.operator.sign + " ?", nanos);
			return;
		}
		Object parameter = this.operator.isNumeric() ? (Object) Double.parseDouble(this.value) : this.value;
		if (this.operator == Operator.EXISTS) {
			where.and(this.operator.condition(), this.field);
		}
		else {
			where.and(this.operator.condition(), this.field, parameter);
		}
	}

	/**
	 * How a field is compared. A field that is not there is equal to nothing and
	 * different from everything.
	 */
	enum Operator {

		/** Is the value. */
		EQUAL("=", "seq IN (SELECT seq FROM facts WHERE field = ? AND value = ?)", false),
		/** Is anything else. */
		DIFFERENT("!=", "seq NOT IN (SELECT seq FROM facts WHERE field = ? AND value = ?)", false),
		/** Is above. */
		ABOVE(">", "seq IN (SELECT seq FROM facts WHERE field = ? AND NOT isnan(number) AND number > ?)", true),
		/** Is above or equal. */
		FROM(">=", "seq IN (SELECT seq FROM facts WHERE field = ? AND NOT isnan(number) AND number >= ?)", true),
		/** Is below. */
		BELOW("<", "seq IN (SELECT seq FROM facts WHERE field = ? AND NOT isnan(number) AND number < ?)", true),
		/** Is below or equal. */
		UP_TO("<=", "seq IN (SELECT seq FROM facts WHERE field = ? AND NOT isnan(number) AND number <= ?)", true),
		/** Contains the value, in whatever case. */
		CONTAINS("~", "seq IN (SELECT seq FROM facts WHERE field = ? AND contains(lower(value), lower(?)))", false),
		/** Is there. */
		EXISTS("?", "seq IN (SELECT seq FROM facts WHERE field = ?)", false);

		private final String sign;

		private final String condition;

		private final boolean numeric;

		Operator(String sign, String condition, boolean numeric) {
			this.sign = sign;
			this.condition = condition;
			this.numeric = numeric;
		}

		static Operator of(String sign) {
			for (Operator operator : values()) {
				if (operator.sign.equals(sign)) {
					return operator;
				}
			}
			throw new IllegalArgumentException(sign);
		}

		String condition() {
			return this.condition;
		}

		boolean isNumeric() {
			return this.numeric;
		}

	}

}
