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

package io.sightline.logging.autoconfigure;

import java.util.Iterator;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import io.sightline.logging.guard.HostileThrowableFilter;
import io.sightline.logging.guard.LimitedStatusListener;
import io.sightline.logging.json.TextPolicy;
import io.sightline.logging.text.TextConverters;

/**
 * Puts the guards into a logging context that is set up: before, Logback would forget
 * them, as Boot stops and resets the context first. Patterns are parsed again, with the
 * guarded converters under the words they have already.
 */
public final class LogbackGuard {

	private LogbackGuard() {
	}

	/**
	 * Guards a logging context. What is guarded already gets the new policy.
	 * @param context the logging context
	 * @param policy what of the application's words may be written to text patterns
	 * @param maxMessageLength the longest message in text patterns, in characters
	 */
	public static void install(LoggerContext context, TextPolicy policy, int maxMessageLength) {
		HostileThrowableFilter.install(context);
		LimitedStatusListener.install(context.getStatusManager());
		TextConverters.register(context, policy, maxMessageLength);
		for (Logger logger : context.getLoggerList()) {
			Iterator<Appender<ILoggingEvent>> appenders = logger.iteratorForAppenders();
			while (appenders.hasNext()) {
				parseAgain(appenders.next());
			}
		}
	}

	private static void parseAgain(Appender<ILoggingEvent> appender) {
		if (appender instanceof OutputStreamAppender<ILoggingEvent> output
				&& output.getEncoder() instanceof PatternLayoutEncoder encoder) {
			// Replaces the layout at once: other threads may be logging.
			encoder.start();
		}
	}

}
