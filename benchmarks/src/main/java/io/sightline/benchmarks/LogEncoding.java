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

package io.sightline.benchmarks;

import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One log event, made bytes of. The event exists already, and Logback keeps its message
 * once formatted; Sightline renders the message and finds the trace anew each time, for
 * it is not the event that knows them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 12, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class LogEncoding {

	/**
	 * Who encodes.
	 */
	@Param
	public LineEncoder encoder = LineEncoder.PATTERN;

	/**
	 * What was thrown.
	 */
	@Param
	public Thrown thrown = Thrown.NOTHING;

	@SuppressWarnings("NullAway.Init")
	private Encoder<ILoggingEvent> started;

	@SuppressWarnings("NullAway.Init")
	private ILoggingEvent event;

	/**
	 * Starts the encoder within a span, in which others find the ids in the MDC.
	 */
	@Setup
	@SuppressWarnings("MustBeClosedChecker")
	public void start() {
		Span.wrap(SpanContext.create(SampleEvents.TRACE_ID, SampleEvents.SPAN_ID, TraceFlags.getSampled(),
				TraceState.getDefault()))
			.makeCurrent();
		LoggerContext context = new LoggerContext();
		this.started = this.encoder.start(context);
		this.event = SampleEvents.create(context, this.thrown);
	}

	/**
	 * Encodes the event.
	 * @return the line
	 */
	@Benchmark
	public byte[] encode() {
		return this.started.encode(this.event);
	}

}
