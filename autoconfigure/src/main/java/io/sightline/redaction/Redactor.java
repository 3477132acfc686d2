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

import org.jspecify.annotations.Nullable;

/**
 * An application's own rule about what must not leave it. Define beans of this type to
 * add rules; they run in order, after the built-in rules, on what these left over. A
 * redactor is called from any thread, on every log line and span attribute, so it must be
 * fast and thread-safe. If it throws, the value is replaced as a whole by
 * {@value RedactionPolicy#FAILED}.
 */
@FunctionalInterface
public interface Redactor {

	/**
	 * Look at one value.
	 * @param key the name of the field, or an empty string for free text such as a log
	 * message
	 * @param value the value, with what the built-in rules found already replaced
	 * @return what to use instead, or {@code null} to leave the value as it is
	 */
	@Nullable String redact(String key, String value);

}
