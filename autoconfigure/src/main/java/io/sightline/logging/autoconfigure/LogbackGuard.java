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

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import io.sightline.logging.guard.HostileThrowableFilter;
import io.sightline.logging.json.TextPolicy;
import io.sightline.logging.text.TextConverters;

/**
 * Keeps the guards in a logging context over its resets: Boot's logging system resets it
 * right before it applies the configuration.
 */
public final class LogbackGuard implements LoggerContextListener {

	private final TextPolicy policy;

	private final int maxMessageLength;

	private LogbackGuard(TextPolicy policy, int maxMessageLength) {
		this.policy = policy;
		this.maxMessageLength = maxMessageLength;
	}

	/**
	 * Guards a logging context, now and after each reset. A guard that is there already
	 * is replaced.
	 * @param context the logging context
	 * @param policy what of the application's words may be written to text patterns
	 * @param maxMessageLength the longest message in text patterns, in characters
	 */
	public static void install(LoggerContext context, TextPolicy policy, int maxMessageLength) {
		uninstall(context);
		LogbackGuard guard = new LogbackGuard(policy, maxMessageLength);
		context.addListener(guard);
		guard.onReset(context);
	}

	/**
	 * Takes the guard of a logging context away. What it put into the context goes with
	 * the next reset.
	 * @param context the logging context
	 */
	public static void uninstall(LoggerContext context) {
		context.getCopyOfListenerList()
			.stream()
			.filter(LogbackGuard.class::isInstance)
			.forEach(context::removeListener);
	}

	@Override
	public boolean isResetResistant() {
		return true;
	}

	@Override
	public void onReset(LoggerContext context) {
		HostileThrowableFilter.install(context);
		TextConverters.register(context, this.policy, this.maxMessageLength);
	}

	@Override
	public void onStart(LoggerContext context) {
		// Nothing to do: a start without a reset keeps what is there.
	}

	@Override
	public void onStop(LoggerContext context) {
		// Nothing to do: what is in a context goes with it.
	}

	@Override
	public void onLevelChange(Logger logger, Level level) {
		// Nothing to do.
	}

}
