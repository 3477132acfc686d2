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
 * Finds one kind of secret around a character that gives it away. Implementations look at
 * a bounded number of characters, or only at characters which no later call looks at
 * again, so that a scan stays linear.
 */
@FunctionalInterface
interface Detector {

	/**
	 * Look closer.
	 * @param text the whole text
	 * @param at index of the trigger
	 * @return the {@link Span} of the secret, or {@link Span#NONE}
	 */
	long find(String text, int at);

	default Detector or(Detector other) {
		return (text, at) -> {
			long span = find(text, at);
			return (span != Span.NONE) ? span : other.find(text, at);
		};
	}

}
