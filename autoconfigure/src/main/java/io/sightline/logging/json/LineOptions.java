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

import java.util.Map;
import java.util.Set;

import io.sightline.logging.LogFormat;

/**
 * How lines are to look.
 *
 * @param format the format
 * @param includeCaller whether to say where in the source a line was logged
 * @param maxMessageLength the longest message, in characters
 * @param maxStackTraceLength the longest stack trace, in characters
 * @param maxLineLength the longest line, in bytes
 * @param fields what is to differ from the format
 */
public record LineOptions(LogFormat format, boolean includeCaller, int maxMessageLength, int maxStackTraceLength,
		int maxLineLength, FieldChanges fields) {

	/**
	 * The options of a format that the user has not touched.
	 * @param format the format
	 * @return the options
	 */
	public static LineOptions of(LogFormat format) {
		return new LineOptions(format, false, 32 * 1024, 16 * 1024, 64 * 1024, FieldChanges.NONE);
	}

	/**
	 * What is to differ from a format.
	 *
	 * @param rename other names, by our name of the field
	 * @param exclude our names of the fields to leave out
	 * @param add further fields that always have the same value
	 */
	public record FieldChanges(Map<String, String> rename, Set<String> exclude, Map<String, String> add) {

		/**
		 * No change.
		 */
		public static final FieldChanges NONE = new FieldChanges(Map.of(), Set.of(), Map.of());

	}

}
