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

package io.sightline.logging.guard;

import java.util.Arrays;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event whose throwable never met Logback's own proxy.
 */
final class GuardedEvent extends LoggingEvent {

	private final IThrowableProxy error;

	@SuppressWarnings("NullAway") // Logback is not annotated and takes null here.
	GuardedEvent(String boundary, Logger logger, Level level, String message, Throwable error,
			@Nullable Object @Nullable [] arguments) {
		super(boundary, logger, level, message, null, arguments);
		this.error = GuardedThrowable.of(error);
		setCallerData(caller());
	}

	/**
	 * The caller of the logger: Logback would take the filter for it.
	 */
	private static StackTraceElement[] caller() {
		StackTraceElement[] frames = new Throwable().getStackTrace();
		int first = 0;
		while (first < frames.length && isLogging(frames[first].getClassName())) {
			first++;
		}
		return Arrays.copyOfRange(frames, first, frames.length);
	}

	private static boolean isLogging(String className) {
		return className.startsWith("ch.qos.logback.") || className.startsWith("org.slf4j.")
				|| className.equals(GuardedEvent.class.getName())
				|| className.equals(HostileThrowableFilter.class.getName());
	}

	@Override
	public IThrowableProxy getThrowableProxy() {
		return this.error;
	}

}
