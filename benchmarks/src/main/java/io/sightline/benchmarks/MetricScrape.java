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

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

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
 * One scrape. Half of the series are counters, half are of histograms: ten buckets and
 * the last, count, sum and maximum each.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 12, time = 1)
@Fork(1)
public class MetricScrape {

	private static final int SERIES_OF_TIMER = 14;

	private static final int SERIES_OF_METER = 500;

	/**
	 * How many series there are.
	 */
	@Param({ "1000", "10000", "50000" })
	public int series = 1000;

	/**
	 * How the scrape is written.
	 */
	@Param({ "application/openmetrics-text; version=1.0.0; charset=utf-8", "text/plain; version=0.0.4; charset=utf-8" })
	public String format = "";

	@SuppressWarnings("NullAway.Init")
	private PrometheusMeterRegistry registry;

	/**
	 * Registers the series.
	 */
	@Setup
	public void start() {
		this.registry = SeriesLimit.NONE.registry();
		int half = this.series / 2;
		for (int i = 0; i < half; i++) {
			this.registry.counter("counted." + i / SERIES_OF_METER, "application", "benchmark", "value", "v" + i)
				.increment();
		}
		for (int i = 0; i < half / SERIES_OF_TIMER; i++) {
			this.registry.timer(SeriesLimit.TIMER, "application", "benchmark", "uri", "/" + i)
				.record(i, TimeUnit.MILLISECONDS);
		}
	}

	/**
	 * Scrapes.
	 * @throws IOException never
	 */
	@Benchmark
	public void scrape() throws IOException {
		this.registry.scrape(OutputStream.nullOutputStream(), this.format);
	}

}
