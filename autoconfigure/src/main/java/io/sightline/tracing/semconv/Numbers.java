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

package io.sightline.tracing.semconv;

import org.jspecify.annotations.Nullable;

/**
 * Reads what may be a number without an exception when it is none.
 */
final class Numbers {

	private static final int MAX_DIGITS = 18;

	private Numbers() {
	}

	/**
	 * A number of digits only.
	 * @param text perhaps a number
	 * @return the number, or -1 if it is none
	 */
	static long parse(@Nullable String text) {
		if (text == null || text.isEmpty() || text.length() > MAX_DIGITS) {
			return -1;
		}
		long number = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < '0' || c > '9') {
				return -1;
			}
			number = number * 10 + (c - '0');
		}
		return number;
	}

}
