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
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the encoders in rounds: each once a round, each time in a process of its own and
 * in the other direction than the round before. Ratios are taken within a round, so that
 * what the machine does besides weighs on all of them alike. Arguments: the number of
 * rounds, then names of encoders and of what was thrown if not all are wanted.
 */
public final class Rounds {

	private static final LineEncoder BASE = LineEncoder.PATTERN;

	private final Map<Thrown, Map<LineEncoder, List<Cost>>> costs = new EnumMap<>(Thrown.class);

	private final List<LineEncoder> encoders = new ArrayList<>();

	private Rounds(List<String> names) {
		for (LineEncoder encoder : LineEncoder.values()) {
			if (encoder == BASE || isWanted(encoder, LineEncoder.values(), names)) {
				this.encoders.add(encoder);
			}
		}
		for (Thrown thrown : Thrown.values()) {
			if (isWanted(thrown, Thrown.values(), names)) {
				this.costs.put(thrown, new EnumMap<>(LineEncoder.class));
			}
		}
	}

	private static boolean isWanted(Enum<?> candidate, Enum<?>[] all, List<String> names) {
		return names.contains(candidate.name()) || Arrays.stream(all).map(Enum::name).noneMatch(names::contains);
	}

	/**
	 * Runs and prints a table.
	 * @param arguments rounds and encoders
	 * @throws RunnerException if a benchmark fails
	 */
	public static void main(String[] arguments) throws RunnerException {
		List<String> words = List.of(arguments);
		int count = words.isEmpty() ? 5 : Integer.parseInt(words.get(0));
		Rounds rounds = new Rounds(words.subList(Math.min(1, words.size()), words.size()));
		for (int round = 0; round < count; round++) {
			rounds.run(round % 2 == 1);
		}
		rounds.print();
	}

	private void run(boolean backwards) throws RunnerException {
		int size = this.encoders.size();
		for (Thrown thrown : this.costs.keySet()) {
			for (int i = 0; i < size; i++) {
				LineEncoder encoder = this.encoders.get(backwards ? size - 1 - i : i);
				Cost cost = measure(encoder, thrown);
				this.costs.getOrDefault(thrown, Map.of())
					.computeIfAbsent(encoder, (key) -> new ArrayList<>())
					.add(cost);
				System.err.printf("%s %s %.0f ns %.0f B%n", thrown, encoder, cost.nanos(), cost.bytes());
			}
		}
	}

	@SuppressWarnings("rawtypes") // as JMH returns it
	private static Cost measure(LineEncoder encoder, Thrown thrown) throws RunnerException {
		Collection<RunResult> results = new Runner(new OptionsBuilder().include(LogEncoding.class.getName())
			.param("encoder", encoder.name())
			.param("thrown", thrown.name())
			.addProfiler(GCProfiler.class)
			.addProfiler(CpuProfiler.class)
			.jvmArgsAppend("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC")
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true)
			.build()).run();
		Map<String, Result> secondary = results.iterator().next().getSecondaryResults();
		return new Cost(score(secondary, CpuProfiler.RESULT), score(secondary, "gc.alloc.rate.norm"));
	}

	@SuppressWarnings("rawtypes")
	private static double score(Map<String, Result> results, String name) {
		return results.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().endsWith(name))
			.mapToDouble((entry) -> entry.getValue().getScore())
			.findFirst()
			.orElseThrow();
	}

	private void print() {
		System.out.println("| thrown | encoder | CPU ns/event | ÷ pattern | from–to | B/event |");
		System.out.println("|---|---|---|---|---|---|");
		this.costs.forEach((thrown, byEncoder) -> byEncoder.forEach((encoder, all) -> {
			List<Cost> base = byEncoder.getOrDefault(BASE, all);
			List<Double> ratios = new ArrayList<>();
			for (int i = 0; i < all.size(); i++) {
				ratios.add(all.get(i).nanos() / base.get(i).nanos());
			}
			ratios.sort(null);
			System.out.printf("| %s | %s | %.0f | %.2f | %.2f–%.2f | %.0f |%n", thrown, encoder,
					median(all.stream().map(Cost::nanos).sorted().toList()), median(ratios), ratios.get(0),
					ratios.get(ratios.size() - 1), median(all.stream().map(Cost::bytes).sorted().toList()));
		}));
	}

	private static double median(List<Double> sorted) {
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	/**
	 * What one event costs.
	 *
	 * @param nanos processor time
	 * @param bytes memory allocated
	 */
	private record Cost(double nanos, double bytes) {

	}

}
