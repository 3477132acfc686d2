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

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Measures the processor time of the thread that runs the benchmark instead of time that
 * passes, which on a machine that does something else as well says more. What the
 * compiler and the garbage collector take is not in it.
 */
public final class CpuProfiler implements InternalProfiler {

	/**
	 * The name of the result.
	 */
	static final String RESULT = "cpu";

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private long before;

	@Override
	public String getDescription() {
		return "Processor time";
	}

	@Override
	public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
		this.before = processorTime();
	}

	@Override
	public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
			IterationResult result) {
		long spent = processorTime() - this.before;
		double each = (double) spent / result.getMetadata().getAllOps();
		return List.of(new ScalarResult(RESULT, each, "ns/op", AggregationPolicy.MIN));
	}

	private static long processorTime() {
		long sum = 0;
		for (long id : THREADS.getAllThreadIds()) {
			ThreadInfo thread = THREADS.getThreadInfo(id);
			if (thread != null && thread.getThreadName().contains("-jmh-worker-")) {
				sum += Math.max(0, THREADS.getThreadCpuTime(id));
			}
		}
		return sum;
	}

}
