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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.sightline.tracing.propagation.BaggagePolicy;
import io.sightline.tracing.propagation.HostPolicy;
import io.sightline.tracing.propagation.RecipientPolicy;
import io.sightline.tracing.propagation.RecipientPolicy.Destination;
import io.sightline.tracing.propagation.SightlinePropagator;
import io.sightline.tracing.propagation.SightlinePropagator.Format;
import io.sightline.tracing.propagation.TrustPolicy;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * A trace context, read from headers and written to headers. All formats are read,
 * whichever is there.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Propagation {

	private static final TextMapSetter<Map<String, String>> SETTER = (carrier, name, value) -> {
		if (carrier != null) {
			carrier.put(name, value);
		}
	};

	private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {

		@Override
		public Iterable<String> keys(Map<String, String> carrier) {
			return carrier.keySet();
		}

		@Override
		public @Nullable String get(@Nullable Map<String, String> carrier, String name) {
			return (carrier != null) ? carrier.get(name) : null;
		}

	};

	/**
	 * The format in the headers.
	 */
	@Param
	public Format format = Format.W3C;

	@SuppressWarnings("NullAway.Init")
	private TextMapPropagator propagator;

	private final Context context = Context.root()
		.with(Span.wrap(SpanContext.create(SampleEvents.TRACE_ID, SampleEvents.SPAN_ID, TraceFlags.getSampled(),
				TraceState.builder().put("vendor", "value").build())));

	private final Map<String, String> received = new HashMap<>();

	/**
	 * Writes the headers to read.
	 */
	@Setup
	public void prepare() {
		this.propagator = new SightlinePropagator(List.of(Format.values()), List.of(this.format), recipients("*"),
				new BaggagePolicy(List.of(), recipients("internal")), TrustPolicy.of(List.of("always")),
				(carrier) -> null);
		this.propagator.inject(this.context, this.received, SETTER);
	}

	private static RecipientPolicy recipients(String host) {
		return new RecipientPolicy(HostPolicy.of(List.of(host)), (carrier) -> Destination.UNKNOWN);
	}

	/**
	 * Writes headers.
	 * @return the headers
	 */
	@Benchmark
	public Map<String, String> inject() {
		Map<String, String> headers = new HashMap<>();
		this.propagator.inject(this.context, headers, SETTER);
		return headers;
	}

	/**
	 * Reads headers.
	 * @return the context in them
	 */
	@Benchmark
	public Context extract() {
		return this.propagator.extract(Context.root(), this.received, GETTER);
	}

}
