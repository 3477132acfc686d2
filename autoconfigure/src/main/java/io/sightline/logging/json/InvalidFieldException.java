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

package io.sightline.logging.json;

/**
 * A change of fields that would not give valid lines.
 */
public final class InvalidFieldException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String option;

	private final String value;

	InvalidFieldException(String option, String value, String reason) {
		super(reason);
		this.option = option;
		this.value = value;
	}

	/**
	 * Which option is wrong.
	 * @return its name below the options for fields, such as {@code rename.level}
	 */
	public String option() {
		return this.option;
	}

	/**
	 * What it was set to.
	 * @return the value
	 */
	public String value() {
		return this.value;
	}

}
