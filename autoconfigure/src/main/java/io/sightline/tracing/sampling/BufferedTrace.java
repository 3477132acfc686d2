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

package io.sightline.tracing.sampling;

import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one trace in this service that are over, until the last one is. Lock-free:
 * the spans are a stack that the decision takes away as a whole and closes.
 */
final class BufferedTrace {

	private static final Held KEPT = new Held(null, 0, null);

	private static final Held LEFT_OUT = new Held(null, 0, null);

	private final String traceId;

	private final long startedNanos;

	/**
	 * Whether its parent is elsewhere, and so decided by somebody else.
	 */
	private final boolean called;

	/**
	 * Whether its parent is here and was over when it started.
	 */
	private final boolean late;

	private final AtomicInteger open = new AtomicInteger(1);

	private final AtomicReference<@Nullable Held> spans = new AtomicReference<>();

	private volatile boolean failed;

	private volatile boolean wanted;

	private volatile boolean announced;

	/**
	 * Whether a span inside was not recorded, as the application is short of something.
	 */
	private volatile boolean reduced;

	BufferedTrace(String traceId, SpanContext parent, long startedNanos) {
		this.traceId = traceId;
		this.startedNanos = startedNanos;
		this.called = parent.isValid() && parent.isRemote();
		this.late = parent.isValid() && !parent.isRemote();
	}

	/**
	 * The order in which traces are decided early: the oldest first, after them those
	 * with errors.
	 */
	static Comparator<BufferedTrace> errorsLast(long now) {
		return Comparator.comparing(BufferedTrace::isFailed)
			.thenComparing(Comparator.comparingLong((BufferedTrace trace) -> now - trace.startedNanos()).reversed());
	}

	String traceId() {
		return this.traceId;
	}

	long startedNanos() {
		return this.startedNanos;
	}

	/**
	 * Counts a span that starts.
	 * @return {@code false} if the last one is over
	 */
	boolean tryOpen() {
		int count = this.open.get();
		while (count > 0) {
			if (this.open.compareAndSet(count, count + 1)) {
				return true;
			}
			count = this.open.get();
		}
		return false;
	}

	/**
	 * Counts a span that is over.
	 * @return whether it was the last one
	 */
	boolean close() {
		return this.open.decrementAndGet() == 0;
	}

	/**
	 * Adds a span, unless the trace has been decided.
	 */
	State add(SpanData span, long bytes) {
		while (true) {
			Held top = this.spans.get();
			if (top == KEPT) {
				return State.KEPT;
			}
			if (top == LEFT_OUT) {
				return State.LEFT_OUT;
			}
			if (this.spans.compareAndSet(top, new Held(span, bytes, top))) {
				return State.OPEN;
			}
		}
	}

	/**
	 * Decides.
	 * @return the spans so far, or {@code null} if there are none or it was decided
	 * before
	 */
	@Nullable Held decide(boolean keep) {
		while (true) {
			Held top = this.spans.get();
			if (top == KEPT || top == LEFT_OUT) {
				return null;
			}
			if (this.spans.compareAndSet(top, keep ? KEPT : LEFT_OUT)) {
				return top;
			}
		}
	}

	void fail() {
		this.failed = true;
	}

	boolean isFailed() {
		return this.failed;
	}

	void want() {
		this.wanted = true;
	}

	boolean isWanted() {
		return this.wanted || this.failed;
	}

	/**
	 * The caller is told that this trace is kept, so it has to be.
	 */
	void announce() {
		this.wanted = true;
		this.announced = true;
	}

	/**
	 * Leaves out a span, unless it is known that the trace is kept.
	 * @return {@code false} if the span has to be recorded
	 */
	boolean reduce() {
		if (isWanted()) {
			return false;
		}
		this.reduced = true;
		return true;
	}

	/**
	 * Whether other spans of the trace are missing if it is kept by what is known here.
	 */
	boolean isPartial() {
		return this.late || this.reduced || (this.called && !this.announced);
	}

	/**
	 * Where a trace stands.
	 */
	enum State {

		OPEN, KEPT, LEFT_OUT

	}

	/**
	 * A span that waits.
	 *
	 * @param span the span
	 * @param bytes its estimated size
	 * @param next the one that was over before it
	 */
	record Held(@Nullable SpanData span, long bytes, @Nullable Held next) {

	}

}
