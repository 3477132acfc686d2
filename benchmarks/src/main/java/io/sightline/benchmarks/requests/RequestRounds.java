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

package io.sightline.benchmarks.requests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the services side by side: all are alive at once, and each has a short window a
 * round, in changing order. Ratios are taken within a round, so that a machine whose
 * speed changes from minute to minute weighs on all of them alike.
 */
public final class RequestRounds {

	private static final int CONNECTIONS = 16;

	private static final Duration WARM_UP_TURN = Duration.ofSeconds(10);

	private final Settings settings;

	private final Proc proc;

	private final Neighbours neighbours;

	private final Load load;

	private final List<Service> services = new ArrayList<>();

	private RequestRounds(Settings settings, Proc proc, Neighbours neighbours, Load load) {
		this.settings = settings;
		this.proc = proc;
		this.neighbours = neighbours;
		this.load = load;
	}

	/**
	 * Runs and prints a table.
	 * @param arguments options and names of variants
	 * @throws IOException if a service cannot be started or read
	 * @throws InterruptedException if it is ended early
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		try {
			Settings settings = Settings.of(arguments);
			Proc proc = new Proc(Path.of("/proc")).checked();
			try (Neighbours neighbours = new Neighbours(); Load load = new Load(CONNECTIONS, Service.PATH)) {
				new RequestRounds(settings, proc, neighbours, load).run();
			}
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			System.err.println(ex.getMessage());
			System.exit(1);
		}
	}

	private void run() throws IOException, InterruptedException {
		try {
			for (Variant variant : this.settings.variants()) {
				System.err.println("starting " + variant.id());
				this.services.add(Service.start(variant, this.settings.jars(), this.neighbours));
			}
			warmUp();
			Comparison comparison = new Comparison();
			for (int round = 0; round < this.settings.rounds(); round++) {
				MachineTime before = this.proc.machine();
				comparison.add(measure(round));
				System.out.printf("round %d of %d, steal %.1f %%%n%s", round + 1, this.settings.rounds(),
						100 * this.proc.machine().stolenSince(before), comparison.lastRound());
			}
			System.out.printf("%nmedian (quartiles) of %d rounds%n%n%s", this.settings.rounds(), comparison.table());
			printExports();
		}
		finally {
			this.services.forEach(Service::close);
		}
	}

	private void warmUp() throws IOException, InterruptedException {
		Map<Variant, Long> answered = new EnumMap<>(Variant.class);
		List<Service> cold = new ArrayList<>(this.services);
		while (!cold.isEmpty()) {
			for (Service service : List.copyOf(cold)) {
				long left = this.settings.warmUp() - answered.getOrDefault(service.variant(), 0L);
				LoadResult result = run(service, WARM_UP_TURN, left);
				System.err.printf("%s has answered %d requests%n", service.variant().id(),
						answered.merge(service.variant(), result.answers(), Long::sum));
				if (result.answers() >= left) {
					cold.remove(service);
				}
			}
		}
	}

	private Map<Variant, Window> measure(int round) throws IOException, InterruptedException {
		Map<Variant, Window> windows = new EnumMap<>(Variant.class);
		for (Service service : RoundOrder.of(this.services, round)) {
			ThreadTimes before = this.proc.threads(service.pid());
			long start = System.nanoTime();
			LoadResult result = run(service, this.settings.window(), Long.MAX_VALUE);
			double seconds = (System.nanoTime() - start) / 1e9;
			CpuTime cpu = this.proc.threads(service.pid()).since(before);
			windows.put(service.variant(), new Window(result.answers(), seconds, cpu));
		}
		return windows;
	}

	private LoadResult run(Service service, Duration time, long requests) throws IOException, InterruptedException {
		LoadResult result = this.load.run(service.port(), time, requests).checked(service.variant().id());
		service.truncateOutput();
		return result;
	}

	private void printExports() {
		System.out.print("\nbatches of spans that were exported:");
		for (Service service : this.services) {
			System.out.printf(" %s %d", service.variant().id(), this.neighbours.exports(service.variant()));
		}
		System.out.println();
	}

}
