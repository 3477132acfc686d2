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

package io.sightline.context;

import org.jspecify.annotations.Nullable;

/**
 * A unit of work that is no request: a message, a scheduled run, a job on another thread.
 * It is bound to the thread that works on it. Several threads may read it at once.
 */
public final class WorkContext {

	private static final ThreadLocal<WorkContext> CURRENT = new ThreadLocal<>();

	private final String type;

	private final long startNanos = System.nanoTime();

	private final WideEvent wideEvent = new WideEvent();

	private volatile @Nullable Throwable error;

	private volatile @Nullable TraceIds trace;

	/**
	 * Creates the context of a unit of work that starts now.
	 * @param type what kind of work it is, such as {@code scheduled_run}
	 */
	public WorkContext(String type) {
		this.type = type;
	}

	/**
	 * The unit of work, other than a request, that the current thread works on.
	 * @return the context, or {@code null} if there is none
	 */
	public static @Nullable WorkContext current() {
		return CURRENT.get();
	}

	/**
	 * Binds this context to the current thread until the scope is closed.
	 * @return the scope, to be closed by the same thread; closing restores what was bound
	 * before
	 */
	public Scope open() {
		WorkContext previous = CURRENT.get();
		CURRENT.set(this);
		return () -> {
			if (previous != null) {
				CURRENT.set(previous);
			}
			else {
				CURRENT.remove();
			}
		};
	}

	public String type() {
		return this.type;
	}

	/**
	 * How long the work has taken so far.
	 * @return the time, in nanoseconds
	 */
	public long elapsedNanos() {
		return System.nanoTime() - this.startNanos;
	}

	public WideEvent wideEvent() {
		return this.wideEvent;
	}

	/**
	 * The span of the work, also after it has ended.
	 * @return the ids, or {@code null} if the work is not traced
	 */
	public @Nullable TraceIds trace() {
		return this.trace;
	}

	/**
	 * Sets the span of the work.
	 * @param trace the ids
	 */
	public void trace(@Nullable TraceIds trace) {
		this.trace = trace;
	}

	/**
	 * Why the work failed.
	 * @return what was thrown, or {@code null} if it did not fail
	 */
	public @Nullable Throwable error() {
		return this.error;
	}

	/**
	 * Says that the work failed.
	 * @param error what was thrown
	 */
	public void error(@Nullable Throwable error) {
		this.error = error;
	}

	/**
	 * Ends the binding of a context.
	 */
	@FunctionalInterface
	public interface Scope extends AutoCloseable {

		@Override
		void close();

	}

}
