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
 * Takes the parts of a stack trace in their order.
 */
interface StackTraceSink {

	/**
	 * Takes words of our own, in ASCII.
	 */
	void words(String words);

	/**
	 * Takes a number of our own.
	 */
	void number(int number);

	/**
	 * Takes what was thrown.
	 */
	void thrown(String className, @Nullable String message);

	/**
	 * Takes a frame, which ends its line.
	 */
	void frame(StackTraceElement frame);

	/**
	 * Whether there is no room for more.
	 */
	boolean isCut();

}
