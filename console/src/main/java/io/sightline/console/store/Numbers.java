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

package io.sightline.console.store;

import java.util.regex.Pattern;

/**
 * Tells numbers from texts. Many senders know texts only, so a text that reads as a
 * number is one.
 */
final class Numbers {

	private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,15})?");

	private Numbers() {
	}

	/**
	 * Return a value as a number.
	 * @param value the value
	 * @return the number, not a number if it is none
	 */
	static double of(Object value) {
		if (value instanceof Number number) {
			return number.doubleValue();
		}
		return (value instanceof String text && NUMBER.matcher(text).matches()) ? Double.parseDouble(text) : Double.NaN;
	}

}
