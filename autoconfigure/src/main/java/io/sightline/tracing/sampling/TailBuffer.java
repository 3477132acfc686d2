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

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sightline.pressure.Pressure;
import io.sightline.tracing.sampling.BufferedTrace.Held;
import org.jspecify.annotations.Nullable;

/**
 * Holds the spans of traces that the ratio did not choose until the last span of the
 * trace in this service is over, and lets those pass that failed, were slow, matched a
 * rule, or that a callee keeps. Bounded in spans, bytes and time; what does not fit is
 * decided by what is known of it. Takes no lock; time is monotonic.
 */
public final class TailBuffer {

	private static final int REMEMBERED = 8192;

	private final TailRoom room;

	private final SpanDetail detail;

	private final TailCriteria criteria;

	private final LongSupplier clock;

	private final ConcurrentMap<String, BufferedTrace> traces = new ConcurrentHashMap<>();

	private final RecentTraces kept = new RecentTraces(REMEMBERED);

	private volatile @Nullable TailOutput output;

	private volatile @Nullable TailKeeper keeper;

	/**
	 * Creates a buffer that lets everything pass unseen until it is started.
	 * @param settings what to keep
	 * @param limits how much to hold
	 * @param control changes sampling at run time
	 * @param pressure knows whether there is less room
	 */
	public TailBuffer(SamplingSettings settings, TailLimits limits, SamplingControl control, Pressure pressure) {
		this(settings, limits, control, pressure, System::nanoTime);
	}

	TailBuffer(SamplingSettings settings, TailLimits limits, SamplingControl control, Pressure pressure,
			LongSupplier clock) {
		this.room = new TailRoom(limits, pressure);
		this.detail = new SpanDetail(pressure);
		this.criteria = new TailCriteria(settings.slowThreshold().toNanos(),
				new RatioDecision(settings, control, clock));
		this.clock = clock;
	}

	/**
	 * Begins to hold spans.
	 * @param outlet where those go that are kept
	 * @param ledger counts the others
	 */
	public void start(SpanOutlet outlet, SpanLedger ledger) {
		ledger.addQueue(this.room::spans);
		this.output = new TailOutput(outlet, ledger.account(), this.room);
		TailKeeper started = new TailKeeper(this);
		this.keeper = started;
		started.start();
	}

	/**
	 * Decides everything that is held by what is known of it, and ends.
	 */
	public void stop() {
		TailKeeper running = this.keeper;
		if (running != null) {
			running.stop();
			this.traces.values().forEach((trace) -> decide(trace, null));
		}
	}

	/**
	 * Takes note of a span that starts.
	 * @param span a span whose sampled flag is not set
	 */
	public void started(ReadableSpan span) {
		String traceId = span.getSpanContext().getTraceId();
		while (true) {
			BufferedTrace trace = this.traces.get(traceId);
			if (trace == null) {
				trace = new BufferedTrace(traceId, span.getParentSpanContext(), this.clock.getAsLong());
				if (this.traces.putIfAbsent(traceId, trace) == null) {
					return;
				}
			}
			else if (trace.tryOpen()) {
				return;
			}
			else {
				this.traces.remove(traceId, trace);
			}
		}
	}

	/**
	 * Takes a span that is over.
	 * @param span a span whose sampled flag is not set
	 */
	public void ended(SpanData span) {
		TailOutput out = this.output;
		if (out == null) {
			return;
		}
		BufferedTrace trace = this.traces.get(span.getTraceId());
		if (trace == null) {
			followDecision(out, span);
			return;
		}
		this.criteria.observe(trace, span);
		SpanData told = this.detail.reduce(span);
		long bytes = SpanSize.of(told);
		switch (trace.add(told, bytes)) {
			case KEPT -> out.keep(told);
			case LEFT_OUT -> followDecision(out, span);
			case OPEN -> hold(trace, bytes);
		}
		if (trace.close()) {
			decide(trace, null);
		}
	}

	/**
	 * Whether a trace is kept as far as is known now, to be told to the caller. A
	 * {@code true} is a promise.
	 * @param traceId the trace
	 * @param failing whether its request is known to fail
	 * @return whether to say that it is kept
	 */
	public boolean answer(String traceId, boolean failing) {
		BufferedTrace trace = this.traces.get(traceId);
		if (trace == null) {
			return this.kept.contains(traceId);
		}
		if (failing || isKept(trace)) {
			trace.announce();
			return true;
		}
		return false;
	}

	/**
	 * Keeps a trace, since a service further down keeps its part of it.
	 * @param traceId the trace
	 */
	public void keep(String traceId) {
		BufferedTrace trace = this.traces.get(traceId);
		if (trace != null) {
			trace.want();
		}
		else {
			this.kept.add(traceId);
		}
	}

	/**
	 * Takes note of a span that is not recorded, as the application is short of
	 * something. The rest of its trace says that it is not whole.
	 * @param traceId the trace
	 * @return {@code false} if it has to be recorded, as its trace is known to be kept
	 */
	public boolean reduce(String traceId) {
		BufferedTrace trace = this.traces.get(traceId);
		return !this.kept.contains(traceId) && (trace == null || trace.reduce());
	}

	/**
	 * How many spans can be held.
	 * @return the number
	 */
	public int capacity() {
		return this.room.capacity();
	}

	/**
	 * How many spans are held.
	 * @return the number
	 */
	public long held() {
		return this.room.spans();
	}

	/**
	 * Decides what has waited for too long and, when it gets crowded, the oldest traces,
	 * those with errors last.
	 */
	void keepHouse() {
		long now = this.clock.getAsLong();
		for (BufferedTrace trace : this.traces.values()) {
			if (now - trace.startedNanos() >= this.room.age().toNanos()) {
				decide(trace, SpanLedger.TAIL_EXPIRED);
			}
		}
		if (isCrowded()) {
			makeRoom();
		}
	}

	private void makeRoom() {
		long now = this.clock.getAsLong();
		List<BufferedTrace> oldest = this.traces.values().stream().sorted(BufferedTrace.errorsLast(now)).toList();
		for (BufferedTrace trace : oldest) {
			if (!isCrowded()) {
				return;
			}
			decide(trace, SpanLedger.TAIL_FULL);
		}
	}

	private boolean isCrowded() {
		return this.room.isCrowded(this.traces.size());
	}

	private void hold(BufferedTrace trace, long bytes) {
		this.room.take(bytes);
		if (this.room.isFull()) {
			decide(trace, SpanLedger.TAIL_FULL);
		}
		else if (this.room.isCrowded(0)) {
			TailKeeper running = this.keeper;
			if (running != null) {
				running.wake();
			}
		}
	}

	private boolean isKept(BufferedTrace trace) {
		return trace.isWanted() || this.kept.contains(trace.traceId())
				|| this.criteria.isSlow(this.clock.getAsLong() - trace.startedNanos());
	}

	/**
	 * Decides a trace.
	 * @param lossReason why it is decided early, {@code null} if it is over
	 */
	private void decide(BufferedTrace trace, @Nullable String lossReason) {
		TailOutput out = this.output;
		boolean known = this.kept.contains(trace.traceId());
		boolean keep = known || trace.isWanted() || (lossReason != null && isKept(trace));
		Held spans = trace.decide(keep);
		if (keep) {
			this.kept.add(trace.traceId());
		}
		this.traces.remove(trace.traceId(), trace);
		if (out == null || spans == null) {
			return;
		}
		if (keep) {
			out.keep(spans, trace.isPartial() && !known);
		}
		else {
			out.leaveOut(spans, lossReason);
		}
	}

	/**
	 * A span whose trace has been decided: goes the same way, unless it is worth keeping
	 * by itself.
	 */
	private void followDecision(TailOutput out, SpanData span) {
		if (this.kept.contains(span.getTraceId())) {
			out.keep(span);
		}
		else if (this.criteria.isRemarkable(span)) {
			this.kept.add(span.getTraceId());
			out.keep(new PartialSpan(span));
		}
		else {
			out.leaveOut();
		}
	}

}
