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

package io.sightline.redaction;

/**
 * A configured pattern is not a regular expression.
 */
public final class InvalidRedactionPatternException extends RuntimeException {

	private static final String PROPERTY = "sightline.redaction.patterns.";

	private final String property;

	private final String value;

	private final String reason;

	InvalidRedactionPatternException(String name, String value, String reason, Throwable cause) {
		super("Property '%s%s' is not a valid regular expression: %s".formatted(PROPERTY, name, reason), cause);
		this.property = PROPERTY + name;
		this.value = value;
		this.reason = reason;
	}

	/**
	 * The key that holds the pattern.
	 * @return the full property name
	 */
	public String property() {
		return this.property;
	}

	/**
	 * The pattern as configured.
	 * @return the regular expression
	 */
	public String value() {
		return this.value;
	}

	/**
	 * What is wrong with the pattern.
	 * @return one sentence
	 */
	public String reason() {
		return this.reason;
	}

}
