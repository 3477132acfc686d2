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

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link MetricRecording} in rounds: each limit once a round, in the other direction
 * than the round before, and ratios within a round. Argument: the number of rounds.
 */
public final class MetricRounds {

	private final Map<SeriesLimit, List<Double>> nanos = new EnumMap<>(SeriesLimit.class);

	private final Map<SeriesLimit, Double> bytes = new EnumMap<>(SeriesLimit.class);

	private MetricRounds() {
		for (SeriesLimit limit : SeriesLimit.values()) {
			this.nanos.put(limit, new ArrayList<>());
		}
	}

	/**
	 * Runs and prints a table.
	 * @param arguments the number of rounds
	 * @throws RunnerException if a benchmark fails
	 */
	public static void main(String[] arguments) throws RunnerException {
		int count = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : 5;
		MetricRounds rounds = new MetricRounds();
		for (int round = 0; round < count; round++) {
			List<SeriesLimit> limits = new ArrayList<>(List.of(SeriesLimit.values()));
			if (round % 2 == 1) {
				Collections.reverse(limits);
			}
			for (SeriesLimit limit : limits) {
				rounds.run(limit);
			}
		}
		rounds.print();
	}

	private void run(SeriesLimit limit) throws RunnerException {
		RunResult result = new Runner(new OptionsBuilder().include(MetricRecording.class.getName())
			.param("limit", limit.name())
			.addProfiler(GCProfiler.class)
			.addProfiler(CpuProfiler.class)
			.jvmArgsAppend("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC")
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true)
			.build()).run().iterator().next();
		this.nanos.getOrDefault(limit, List.of()).add(score(result, CpuProfiler.RESULT));
		this.bytes.put(limit, score(result, "gc.alloc.rate.norm"));
		System.err.printf("%s %.0f ns%n", limit, score(result, CpuProfiler.RESULT));
	}

	@SuppressWarnings("rawtypes") // of JMH
	private static double score(RunResult result, String name) {
		return result.getSecondaryResults()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().endsWith(name))
			.mapToDouble((entry) -> entry.getValue().getScore())
			.findFirst()
			.orElseThrow();
	}

	private void print() {
		System.out.println("| limit | CPU ns/record | ÷ without | B/record |");
		System.out.println("|---|---|---|---|");
		List<Double> base = this.nanos.getOrDefault(SeriesLimit.NONE, List.of());
		this.nanos.forEach((limit, all) -> {
			List<Double> ratios = new ArrayList<>();
			for (int i = 0; i < all.size(); i++) {
				ratios.add(all.get(i) / base.get(i));
			}
			System.out.printf("| %s | %.0f | %.2f | %.0f |%n", limit, median(all), median(ratios),
					this.bytes.getOrDefault(limit, 0.0));
		});
	}

	private static double median(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

}
