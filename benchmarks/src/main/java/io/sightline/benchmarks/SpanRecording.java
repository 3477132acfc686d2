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

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sightline.pressure.Pressure;
import io.sightline.tracing.export.ExportSettings;
import io.sightline.tracing.export.SpanPipelineBuilder;
import io.sightline.tracing.export.SpanPreparation;
import io.sightline.tracing.sampling.SamplingControl;
import io.sightline.tracing.sampling.SamplingSettings;
import io.sightline.tracing.sampling.SamplingStrategy;
import io.sightline.tracing.sampling.SpanLedger;
import io.sightline.tracing.sampling.StrategySampler;
import io.sightline.tracing.sampling.TailBuffer;
import io.sightline.tracing.sampling.TailLimits;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Spans from their start until they are decided upon, with strategies of sampling in the
 * order of what they do: nothing, hold and leave out, export. Two threads share the
 * pipeline.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Threads(2)
@Fork(1)
public class SpanRecording {

	private static final int CHILDREN = 4;

	/**
	 * How is decided which traces are kept; with {@code TAIL} none is.
	 */
	@Param({ "NEVER", "TAIL", "ALWAYS" })
	public SamplingStrategy strategy = SamplingStrategy.NEVER;

	@SuppressWarnings("NullAway.Init")
	private SdkTracerProvider provider;

	@SuppressWarnings("NullAway.Init")
	private Tracer tracer;

	/**
	 * Starts the pipeline.
	 */
	@Setup
	public void start() {
		SamplingSettings settings = new SamplingSettings(this.strategy, 0, 1, 10, Duration.ofSeconds(10), List.of());
		SamplingControl control = new SamplingControl();
		SpanLedger ledger = new SpanLedger("spans", 2048);
		this.provider = SdkTracerProvider.builder()
			.setSampler(new StrategySampler(settings, control, ledger::leaveOut))
			.addSpanProcessor(new SpanPipelineBuilder(List.of(new Nowhere()),
					new SpanPreparation(List.of(), List.of(), List.of(), null, 4096),
					new ExportSettings(2048, 512, Duration.ofSeconds(1), false, Duration.ofSeconds(1)), ledger,
					tail(settings, control), null, null)
				.start(new Pressure()))
			.build();
		this.tracer = this.provider.get("benchmark");
	}

	private @Nullable TailBuffer tail(SamplingSettings settings, SamplingControl control) {
		return (this.strategy == SamplingStrategy.TAIL) ? new TailBuffer(settings,
				new TailLimits(20_000, 32 << 20, Duration.ofSeconds(30)), control, new Pressure()) : null;
	}

	/**
	 * Ends the pipeline.
	 */
	@TearDown
	public void stop() {
		this.provider.close();
	}

	/**
	 * One span.
	 * @return the span
	 */
	@Benchmark
	public Span span() {
		Span span = this.tracer.spanBuilder("GET /orders/{id}").setNoParent().startSpan();
		describe(span);
		span.end();
		return span;
	}

	/**
	 * A trace of a request with four calls.
	 * @return its root
	 */
	@Benchmark
	public Span trace() {
		Span root = this.tracer.spanBuilder("GET /orders/{id}").setNoParent().startSpan();
		Context context = Context.root().with(root);
		for (int i = 0; i < CHILDREN; i++) {
			Span child = this.tracer.spanBuilder("SELECT orders").setParent(context).startSpan();
			describe(child);
			child.end();
		}
		describe(root);
		root.end();
		return root;
	}

	private static void describe(Span span) {
		span.setAttribute("http.request.method", "GET");
		span.setAttribute("http.route", "/orders/{id}");
		span.setAttribute("http.response.status_code", 200);
		span.setAttribute("server.address", "orders");
	}

	/**
	 * An exporter that costs nothing.
	 */
	private static final class Nowhere implements SpanExporter {

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
