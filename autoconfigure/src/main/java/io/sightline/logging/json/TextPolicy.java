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

import org.jspecify.annotations.Nullable;

/**
 * Decides what of an application's words may be written. Asked for every message,
 * exception message, stack trace and value that the application adds. Called by several
 * threads at once. Where it throws, what it was asked about is not written.
 */
public interface TextPolicy {

	/**
	 * Lets everything pass.
	 */
	TextPolicy NONE = new TextPolicy() {

		@Override
		public String text(String text) {
			return text;
		}

		@Override
		public @Nullable Object value(String key, Object value) {
			return value;
		}

		@Override
		public Object lineByLine() {
			return this;
		}

	};

	/**
	 * Decides about free text.
	 * @param text the text, before it is cut to its final length
	 * @return what may be written of it
	 */
	String text(String text);

	/**
	 * Decides about a named value.
	 * @param key its name, as the application gave it
	 * @param value the value: a string, number or boolean, or a list or map of such, of
	 * bounded size
	 * @return what may be written of it, of the same kinds, or {@code null}
	 */
	@Nullable Object value(String key, Object value);

	/**
	 * Whether text of several lines may be asked about line by line, and for how long
	 * what was decided about a line holds. A policy whose rules may look across lines has
	 * to see texts whole.
	 * @return an object that is another one as soon as a line may be decided otherwise,
	 * or {@code null} if texts have to be seen whole
	 */
	default @Nullable Object lineByLine() {
		return null;
	}

}
