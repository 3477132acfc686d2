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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sightline.pressure.Pressure;

/**
 * A tracer that decides at the end of traces, by a clock that the test turns.
 */
final class TailTracing implements AutoCloseable {

	static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	final AtomicLong clock = new AtomicLong();

	final List<SpanData> kept = new CopyOnWriteArrayList<>();

	final SpanLedger ledger = new SpanLedger("spans", 100);

	final SamplingControl control = new SamplingControl(this.clock::get);

	final Pressure pressure = new Pressure();

	final TailBuffer buffer;

	private final SdkTracerProvider provider;

	TailTracing(SamplingRule... rules) {
		this(new TailLimits(1000, 10_000_000, Duration.ofSeconds(30)), rules);
	}

	TailTracing(TailLimits limits, SamplingRule... rules) {
		SamplingSettings settings = new SamplingSettings(SamplingStrategy.TAIL, 0, 100, 10, Duration.ofSeconds(1),
				List.of(rules));
		this.buffer = new TailBuffer(settings, limits, this.control, this.pressure, this.clock::get);
		this.buffer.start(this::keep, this.ledger);
		this.provider = SdkTracerProvider.builder()
			.setSampler(new StrategySampler(settings, new RatioDecision(settings, this.control, this.clock::get),
					this.ledger::leaveOut, this.pressure, this::shed))
			.addSpanProcessor(new TailProcessor())
			.build();
	}

	private boolean shed(String traceId) {
		boolean reduced = this.buffer.reduce(traceId);
		if (reduced) {
			this.ledger.shed();
		}
		return reduced;
	}

	private void keep(SpanData span) {
		this.kept.add(span);
		this.ledger.account().export(1);
	}

	Span start(String name) {
		return this.provider.get("test").spanBuilder(name).setNoParent().startSpan();
	}

	Span start(String name, Span parent) {
		return this.provider.get("test").spanBuilder(name).setParent(Context.root().with(parent)).startSpan();
	}

	Span called(String name) {
		return start(name, Span.wrap(SpanContext.createFromRemoteParent(TRACE, "b7ad6b7169203331",
				TraceFlags.getDefault(), TraceState.getDefault())));
	}

	List<String> keptNames() {
		return this.kept.stream().map(SpanData::getName).toList();
	}

	List<Boolean> keptPartial() {
		return this.kept.stream().map((span) -> span.getAttributes().get(PartialSpan.PARTIAL) != null).toList();
	}

	@Override
	public void close() {
		this.buffer.stop();
		this.provider.close();
	}

	private final class TailProcessor implements SpanProcessor {

		@Override
		public void onStart(Context parentContext, ReadWriteSpan span) {
			TailTracing.this.buffer.started(span);
		}

		@Override
		public boolean isStartRequired() {
			return true;
		}

		@Override
		public void onEnd(ReadableSpan span) {
			TailTracing.this.ledger.account().create();
			TailTracing.this.buffer.ended(span.toSpanData());
		}

		@Override
		public boolean isEndRequired() {
			return true;
		}

	}

}
