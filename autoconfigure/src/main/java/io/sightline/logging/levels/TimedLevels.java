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

package io.sightline.logging.levels;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes log levels back to what they were, some time after they were changed. A level
 * that is changed again meanwhile goes back to what it was at first. Safe for use by
 * multiple threads; not meant for frequent use.
 *
 * @param <L> the type of a level
 */
public final class TimedLevels<L> implements AutoCloseable {

	/**
	 * The most loggers that can wait for their level at a time.
	 */
	public static final int MAX_PENDING = 1000;

	/**
	 * The longest time that a level can be changed for.
	 */
	public static final Duration MAX_DURATION = Duration.ofDays(7);

	private static final Logger LOG = LoggerFactory.getLogger(TimedLevels.class);

	private final Levels<L> levels;

	private final Map<String, Pending<L>> pending = new HashMap<>();

	private @Nullable ScheduledExecutorService scheduler;

	/**
	 * Creates the timer of a logging system; its thread starts when it is needed.
	 * @param levels the levels of the logging system
	 */
	public TimedLevels(Levels<L> levels) {
		this.levels = levels;
	}

	/**
	 * Changes a level for good.
	 * @param logger the name of the logger
	 * @param level the level, or {@code null} to inherit it
	 */
	public synchronized void set(String logger, @Nullable L level) {
		forget(logger);
		this.levels.set(logger, level);
	}

	/**
	 * Changes a level for a while.
	 * @param logger the name of the logger
	 * @param level the level, or {@code null} to inherit it
	 * @param duration for how long: more than zero, at most {@link #MAX_DURATION}
	 * @throws IllegalArgumentException if the duration is out of bounds, or too many
	 * levels are changed already
	 */
	public synchronized void set(String logger, @Nullable L level, Duration duration) {
		if (duration.isZero() || duration.isNegative() || duration.compareTo(MAX_DURATION) > 0) {
			throw new IllegalArgumentException(
					"'duration' is " + duration + ": use more than 0s, and at most " + MAX_DURATION.toDays() + "d");
		}
		if (this.pending.size() >= MAX_PENDING && !this.pending.containsKey(logger)) {
			throw new IllegalArgumentException(
					MAX_PENDING + " levels are changed for a while already: wait, or set one for good");
		}
		Pending<L> earlier = forget(logger);
		L original = (earlier != null) ? earlier.original() : this.levels.get(logger);
		this.levels.set(logger, level);
		Future<?> task = scheduler().schedule(() -> revert(logger), duration.toNanos(), TimeUnit.NANOSECONDS);
		this.pending.put(logger, new Pending<>(original, task));
		LOG.info("Logger '{}' is at {} for {}, then at {} again", logger, describe(level), duration,
				describe(original));
	}

	private @Nullable Pending<L> forget(String logger) {
		Pending<L> earlier = this.pending.remove(logger);
		if (earlier != null) {
			earlier.task().cancel(false);
		}
		return earlier;
	}

	private synchronized void revert(String logger) {
		Pending<L> earlier = this.pending.remove(logger);
		if (earlier != null) {
			this.levels.set(logger, earlier.original());
			this.levels.reverted(logger, earlier.original());
			LOG.info("Logger '{}' is at {} again", logger, describe(earlier.original()));
		}
	}

	private static String describe(@Nullable Object level) {
		return (level != null) ? level.toString() : "the level of its parent";
	}

	private ScheduledExecutorService scheduler() {
		if (this.scheduler == null) {
			ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, (task) -> {
				Thread thread = new Thread(task, "sightline-log-levels");
				thread.setDaemon(true);
				return thread;
			});
			scheduler.setRemoveOnCancelPolicy(true);
			this.scheduler = scheduler;
		}
		return this.scheduler;
	}

	/**
	 * Takes all levels back that wait for it.
	 */
	@Override
	public synchronized void close() {
		if (this.scheduler != null) {
			this.scheduler.shutdownNow();
			this.scheduler = null;
		}
		this.pending.forEach((logger, earlier) -> this.levels.set(logger, earlier.original()));
		this.pending.clear();
	}

	/**
	 * The levels of a logging system.
	 *
	 * @param <L> the type of a level
	 */
	public interface Levels<L> {

		/**
		 * The level that a logger has itself.
		 * @param logger the name of the logger
		 * @return the level, or {@code null} if the logger inherits it
		 */
		@Nullable L get(String logger);

		/**
		 * Changes the level of a logger.
		 * @param logger the name of the logger
		 * @param level the level, or {@code null} to inherit it
		 */
		void set(String logger, @Nullable L level);

		/**
		 * A level went back by itself.
		 * @param logger the name of the logger
		 * @param level the level that it has again
		 */
		default void reverted(String logger, @Nullable L level) {
		}

	}

	private record Pending<L>(@Nullable L original, Future<?> task) {

	}

}
