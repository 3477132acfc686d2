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

package io.sightline.metrics.cardinality;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody does to {@link CardinalityLimit} who makes up names.
 */
class CardinalityAttackTests {

	private static final int URIS = 1_000_000;

	private static final int THREADS = 4;

	private final CardinalityReport report = new CardinalityReport();

	private final PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

	private final CompositeMeterRegistry composite = new CompositeMeterRegistry();

	CardinalityAttackTests() {
		limit(this.prometheus);
		limit(this.composite);
		this.composite.add(this.prometheus).add(limit(new SimpleMeterRegistry()));
	}

	private MeterRegistry limit(MeterRegistry registry) {
		registry.config().meterFilter(new CardinalityLimit(CardinalityLimits.DEFAULTS, this.report));
		return registry;
	}

	@Test
	void countsMillionUrisExactlyAndForgetsThem() throws InterruptedException {
		// Whatever one URI costs is not what is measured.
		record(0, 1000);
		long before = usedHeap();
		attack();
		// Other tests of the same JVM leave things behind: MetricHeap measures exactly. A
		// million URIs that are kept would take more than a hundred MiB.
		assertThat(usedHeap() - before).isLessThan(16 << 20);
		assertThat(this.prometheus.find("http.server.requests").timers()).hasSize(101)
			.satisfies((timers) -> assertThat(timers.stream().mapToLong(Timer::count).sum()).isEqualTo(URIS));
		assertThat(this.composite.getMeters()).hasSize(101);
		assertThat(this.prometheus.scrape().length()).isLessThan(2 << 20);
		assertThat(this.report.overflows("http.server.requests")).isEqualTo(URIS - 100);
	}

	@Test
	void boundsWhateverClientsMakeUp() {
		PrometheusMeterRegistry registry = HouseFilters.addTo(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
		for (int i = 0; i < 100_000; i++) {
			Timer.builder("http.server.requests")
				.tag("method", "M" + i)
				.tag("uri", "/" + i)
				.tag("exception", "Made" + i)
				.register(registry)
				.record(Duration.ofMillis(1));
			Timer.builder("http.client.requests")
				.tag("client.name", "host" + i)
				.tag("uri", "/" + i + "?q=" + i)
				.register(registry)
				.record(Duration.ofMillis(1));
			registry.counter("agents", "user.agent", "agent" + i).increment();
		}
		assertThat(values(registry, "http.server.requests", "method")).containsExactly("_OTHER");
		assertThat(values(registry, "http.server.requests", "exception")).hasSize(101);
		assertThat(values(registry, "http.client.requests", "client.name")).hasSize(101);
		assertThat(values(registry, "http.client.requests", "uri")).containsExactly("/{id}");
		assertThat(values(registry, "agents", "user.agent")).hasSize(101);
		assertThat(registry.scrape().length()).isLessThan(2 << 20);
	}

	@Test
	void waitsForNobodyBeyondTheLimit() throws Exception {
		record(0, 200);
		CountDownLatch adding = new CountDownLatch(1);
		CountDownLatch added = new CountDownLatch(1);
		this.prometheus.config().onMeterAdded((meter) -> {
			// The registry holds its lock meanwhile.
			adding.countDown();
			CardinalityAttackTests.await(added);
		});
		CompletableFuture<Void> adder = CompletableFuture.runAsync(() -> this.prometheus.counter("slow"));
		assertThat(adding.await(10, TimeUnit.SECONDS)).isTrue();
		CompletableFuture.runAsync(() -> recordTo(this.prometheus, 1000, 2000)).get(10, TimeUnit.SECONDS);
		assertThat(adder).isNotDone();
		added.countDown();
		adder.get(10, TimeUnit.SECONDS);
	}

	private static Set<String> values(MeterRegistry registry, String meter, String tag) {
		return registry.find(meter)
			.meters()
			.stream()
			.map((found) -> String.valueOf(found.getId().getTag(tag)))
			.collect(Collectors.toSet());
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void attack() throws InterruptedException {
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		CountDownLatch done = new CountDownLatch(THREADS);
		int share = (URIS - 1000) / THREADS;
		for (int i = 0; i < THREADS; i++) {
			int from = 1000 + i * share;
			threads.execute(() -> {
				record(from, from + share);
				done.countDown();
			});
		}
		assertThat(done.await(2, TimeUnit.MINUTES)).isTrue();
		threads.shutdown();
	}

	private void record(int from, int to) {
		recordTo(this.composite, from, to);
	}

	private static void recordTo(MeterRegistry registry, int from, int to) {
		for (int i = from; i < to; i++) {
			Timer.builder("http.server.requests")
				.tag("method", "GET")
				.tag("uri", "/" + i)
				.register(registry)
				.record(Duration.ofMillis(1));
		}
	}

	private static long usedHeap() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
