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
import java.util.function.Function;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.LoggingEvent;

/**
 * Keeps a logging call from throwing into the application when a throwable's own methods
 * throw or its causes are thousands deep: Logback looks at them before any appender has a
 * say. Such a call is denied, and an event with a bounded copy of the throwable goes to
 * the appenders in its place. All others pass untouched.
 */
public final class HostileThrowableFilter extends TurboFilter {

	private final LoggerContext loggers;

	private HostileThrowableFilter(LoggerContext loggers) {
		this.loggers = loggers;
		setContext(loggers);
		setName("sightline-hostile-throwables");
	}

	/**
	 * Puts a filter into a logging context, unless there is one. A reset of the context
	 * takes it away.
	 * @param context the logging context
	 */
	public static void install(LoggerContext context) {
		if (context.getTurboFilterList().stream().noneMatch(HostileThrowableFilter.class::isInstance)) {
			HostileThrowableFilter filter = new HostileThrowableFilter(context);
			filter.start();
			context.addTurboFilter(filter);
		}
	}

	@Override
	public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
			@Nullable Object @Nullable [] params, @Nullable Throwable t) {
		Throwable error = (t != null) ? t : last(params);
		if (error == null || !isHostile(error, logger, level)) {
			return FilterReply.NEUTRAL;
		}
		if (isAccepted(logger, level, (filter) -> filter.decide(marker, logger, level, format, params, t))) {
			GuardedEvent event = new GuardedEvent(Logger.FQCN, logger, level, String.valueOf(format), error,
					(t != null) ? params : withoutLast(params));
			if (marker != null) {
				event.addMarker(marker);
			}
			append(logger, event);
		}
		return FilterReply.DENY;
	}

	@Override
	public FilterReply decide(Logger logger, LoggingEvent call) {
		Throwable given = call.getThrowable();
		@Nullable Object @Nullable [] arguments = call.getArgumentArray();
		Throwable error = (given != null) ? given : last(arguments);
		Level level = Level.convertAnSLF4JLevel(call.getLevel());
		if (error == null || !isHostile(error, logger, level)) {
			return FilterReply.NEUTRAL;
		}
		if (isAccepted(logger, level, (filter) -> filter.decide(logger, call))) {
			String boundary = call.getCallerBoundary();
			GuardedEvent event = new GuardedEvent((boundary != null) ? boundary : Logger.FQCN, logger, level,
					String.valueOf(call.getMessage()), error, (given != null) ? arguments : withoutLast(arguments));
			if (call.getMarkers() != null) {
				call.getMarkers().forEach(event::addMarker);
			}
			event.setKeyValuePairs(call.getKeyValuePairs());
			append(logger, event);
		}
		return FilterReply.DENY;
	}

	private boolean isHostile(Throwable error, Logger logger, Level level) {
		boolean decidesAlone = this.loggers.getTurboFilterList().size() == 1;
		return !(decidesAlone && !isEnabled(logger, level)) && HostileThrowables.isHostile(error);
	}

	private boolean isAccepted(Logger logger, Level level, Function<TurboFilter, FilterReply> question) {
		for (TurboFilter filter : this.loggers.getTurboFilterList()) {
			FilterReply reply = (filter != this) ? question.apply(filter) : FilterReply.NEUTRAL;
			if (reply != FilterReply.NEUTRAL) {
				return reply == FilterReply.ACCEPT;
			}
		}
		return isEnabled(logger, level);
	}

	private static boolean isEnabled(Logger logger, Level level) {
		return level.isGreaterOrEqual(logger.getEffectiveLevel());
	}

	private void append(Logger logger, GuardedEvent event) {
		try {
			logger.callAppenders(event);
		}
		catch (RuntimeException | StackOverflowError ex) {
			addError("Unable to append an event with a hostile throwable", ex);
		}
	}

	private static @Nullable Throwable last(@Nullable Object @Nullable [] arguments) {
		if (arguments == null || arguments.length == 0) {
			return null;
		}
		return (arguments[arguments.length - 1] instanceof Throwable error) ? error : null;
	}

	private static @Nullable Object @Nullable [] withoutLast(@Nullable Object @Nullable [] arguments) {
		return (arguments != null) ? Arrays.copyOf(arguments, arguments.length - 1) : null;
	}

}
