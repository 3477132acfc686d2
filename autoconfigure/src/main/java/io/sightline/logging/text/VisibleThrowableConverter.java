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

package io.sightline.logging.text;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import io.sightline.logging.json.StackTraceText;
import io.sightline.logging.json.TextPolicy;

/**
 * The stack trace as it is in the JSON formats, root cause first, on lines of its own. A
 * message in it cannot start a line.
 */
final class VisibleThrowableConverter extends ThrowableHandlingConverter {

	private final TextPolicy policy;

	private final int limit;

	VisibleThrowableConverter(TextPolicy policy, int limit) {
		this.policy = policy;
		this.limit = limit;
	}

	@Override
	public String convert(ILoggingEvent event) {
		IThrowableProxy error = event.getThrowableProxy();
		if (error == null) {
			return "";
		}
		try {
			String trace = this.policy
				.text(StackTraceText.of(error, this.limit + TextConverters.MARGIN, VisibleText::line));
			return System.lineSeparator() + VisibleText.cut(trace, this.limit);
		}
		catch (RuntimeException | StackOverflowError ex) {
			return " [stack trace cannot be written: " + ex.getClass().getName() + "]";
		}
	}

}
