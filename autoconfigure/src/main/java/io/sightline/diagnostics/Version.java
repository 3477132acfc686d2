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

package io.sightline.diagnostics;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The numbers of a version, in order.
 *
 * @param text the version as it is written
 */
public record Version(String text) {

	private static final Pattern BREAK = Pattern.compile("[^0-9]+");

	/**
	 * Reads a version.
	 * @param text numbers with something between them
	 * @return the version
	 */
	public static Version of(String text) {
		return new Version(text);
	}

	/**
	 * Whether another version is newer.
	 * @param other the other version
	 * @return {@code true} if this one has the lower numbers
	 */
	public boolean isBefore(Version other) {
		return Arrays.compare(numbers(), other.numbers()) < 0;
	}

	private int[] numbers() {
		return BREAK.splitAsStream(this.text)
			.filter((number) -> !number.isEmpty() && number.length() < 10)
			.mapToInt(Integer::parseInt)
			.toArray();
	}

	@Override
	public String toString() {
		return this.text;
	}

}
