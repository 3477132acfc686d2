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

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
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
 * One request, looked up by its tags and recorded with ten buckets.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 12, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class MetricRecording {

	private static final Tags TAGS = Tags.of("exception", "none", "method", "GET", "outcome", "SUCCESS", "status",
			"200");

	/**
	 * Which limit there is.
	 */
	@Param
	public SeriesLimit limit = SeriesLimit.NONE;

	@SuppressWarnings("NullAway.Init")
	private PrometheusMeterRegistry registry;

	private String[] uris = {};

	private int next;

	/**
	 * Makes the series known that are within the limit.
	 */
	@Setup
	public void start() {
		this.registry = this.limit.registry();
		this.uris = this.limit.uris();
		for (int i = 0; i < this.uris.length; i++) {
			record();
		}
	}

	/**
	 * Records the next request.
	 * @return where it was recorded
	 */
	@Benchmark
	public Timer record() {
		this.next = (this.next + 1) % this.uris.length;
		Timer timer = Timer.builder(SeriesLimit.TIMER)
			.tags(TAGS.and("uri", this.uris[this.next]))
			.register(this.registry);
		timer.record(3_000_000, TimeUnit.NANOSECONDS);
		return timer;
	}

	int series() {
		return this.registry.find(SeriesLimit.TIMER).timers().size();
	}

}
