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

package io.sightline.logging.async;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.event.KeyValuePair;

/**
 * What the worker tells on its own account: when loss begins, when it has ended and how
 * much it was, and which events were held back as repeats. All of it on the worker's
 * thread.
 */
final class Housekeeping extends ContextAwareBase {

	private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);

	private static final long STATUS_NANOS = TimeUnit.SECONDS.toNanos(10);

	private final LoggerContext loggers;

	private final Losses losses;

	private final RepeatLimiter repeats;

	private boolean losing;

	private long lastTotal;

	private long quietSince;

	private long lastSecond = Long.MIN_VALUE;

	private long lastStatus = System.nanoTime() - STATUS_NANOS;

	Housekeeping(LoggerContext loggers, Losses losses, RepeatLimiter repeats) {
		this.loggers = loggers;
		this.losses = losses;
		this.repeats = repeats;
		setContext(loggers);
	}

	void run(Consumer<ILoggingEvent> out, boolean drained) {
		long now = System.nanoTime();
		long second = TimeUnit.NANOSECONDS.toSeconds(now);
		if (second != this.lastSecond) {
			this.lastSecond = second;
			this.repeats.sweep(second, (slot, count) -> out.accept(suppressed(slot, count)));
		}
		tellLosses(out, now, drained);
	}

	private void tellLosses(Consumer<ILoggingEvent> out, long now, boolean drained) {
		long total = this.losses.total();
		if (total != this.lastTotal) {
			this.lastTotal = total;
			this.quietSince = now;
			if (!this.losing) {
				this.losing = true;
				out.accept(warning("Log lines are being lost: an appender is too slow or fails. The application goes "
						+ "on; the count follows when it is over"));
			}
		}
		else if (this.losing && drained && now - this.quietSince > QUIET_NANOS) {
			tellEnd(out);
		}
	}

	void finish(Consumer<ILoggingEvent> out) {
		this.repeats.sweep(Long.MAX_VALUE, (slot, count) -> out.accept(suppressed(slot, count)));
		if (this.losses.total() > 0) {
			tellEnd(out);
		}
	}

	private void tellEnd(Consumer<ILoggingEvent> out) {
		this.losing = false;
		out.accept(warning("Log lines were lost: " + this.losses.tell()));
		this.lastTotal = this.losses.total();
	}

	void failed(Throwable failure) {
		long now = System.nanoTime();
		if (now - this.lastStatus >= STATUS_NANOS) {
			this.lastStatus = now;
			addError("An appender failed; the events it was given are lost and counted", failure);
		}
	}

	private LoggingEvent warning(String message) {
		return event(this.loggers.getLogger(AsyncDelivery.class.getPackageName()), Level.WARN, message);
	}

	private LoggingEvent suppressed(RepeatLimiter.Slot slot, int count) {
		LoggingEvent event = event(this.loggers.getLogger(slot.logger()), slot.level(), slot.template());
		event.addKeyValuePair(new KeyValuePair("suppressed_count", count));
		return event;
	}

	private static LoggingEvent event(Logger logger, Level level, String message) {
		return new LoggingEvent(Housekeeping.class.getName(), logger, level, message, null, null);
	}

}
