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

import java.util.function.UnaryOperator;

import ch.qos.logback.classic.spi.IThrowableProxy;

/**
 * Stack traces for lines that are not JSON.
 */
public final class StackTraceText {

	private StackTraceText() {
	}

	/**
	 * Writes a stack trace, root cause first and framework frames folded.
	 * @param error what was thrown
	 * @param limit the longest text, in characters
	 * @param messages what to make of a message in it
	 * @return the text, ended by a line feed
	 */
	public static String of(IThrowableProxy error, int limit, UnaryOperator<String> messages) {
		BoundedText text = new BoundedText(limit);
		StackTraces.write(text, error, messages);
		return text.isCut() ? text + SafeValues.CUT + '\n' : text.toString();
	}

}
