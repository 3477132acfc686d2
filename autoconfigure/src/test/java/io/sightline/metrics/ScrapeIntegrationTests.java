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

package io.sightline.metrics;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.example.servlet.ServletApplication;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.sightline.metrics.business.BusinessMetrics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a scraper reads, which does not forgive.
 */
class ScrapeIntegrationTests {

	private static final String OPEN_METRICS = "application/openmetrics-text;version=1.0.0;charset=utf-8";

	private static final String TEXT = "text/plain;version=0.0.4;charset=utf-8";

	private static final ConfigurableApplicationContext context = new SpringApplicationBuilder(ServletApplication.class)
		.web(WebApplicationType.SERVLET)
		.run("--server.port=0", "--spring.application.name=scrape",
				"--sightline.metrics.business.meters[0].name=orders.shipped",
				"--sightline.metrics.business.meters[0].tags=carrier",
				"--sightline.metrics.business.meters[0].description=Orders that left \"the\" house");

	private static final MeterRegistry registry = context.getBean(MeterRegistry.class);

	@BeforeAll
	static void use() {
		scrape(OPEN_METRICS);
		context.getBean(BusinessMetrics.class).counter("orders.shipped").increment("carrier", "a\"b\\c\nd");
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	private static String scrape(String accept) {
		String body = RestClient.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
			.get()
			.uri("/actuator/prometheus")
			.accept(MediaType.parseMediaType(accept))
			.retrieve()
			.body(String.class);
		return String.valueOf(body);
	}

	private static void inSpan(boolean sampled, Runnable action) {
		Tracer tracer = context.getBean(Tracer.class);
		Span parent = tracer.spanBuilder()
			.setParent(tracer.traceContextBuilder()
				.traceId(sampled ? "0af7651916cd43dd8448eb211c80319c" : "1af7651916cd43dd8448eb211c80319c")
				.spanId("b7ad6b7169203331")
				.sampled(sampled)
				.build())
			.start();
		try (Tracer.SpanInScope scope = tracer.withSpan(parent)) {
			assertThat(scope).isNotNull();
			action.run();
		}
		finally {
			parent.end();
		}
	}

	@Test
	void isValidOpenMetrics() {
		assertThat(StrictScrape.openMetrics(scrape(OPEN_METRICS)).problems()).isEmpty();
	}

	@Test
	void isValidText() {
		assertThat(StrictScrape.text(scrape(TEXT)).problems()).isEmpty();
	}

	@Test
	void hasBucketsOfRequestsAndQueriesOnly() {
		Map<String, String> types = StrictScrape.openMetrics(scrape(OPEN_METRICS)).types();
		types.values().removeIf((type) -> !type.equals("histogram"));
		assertThat(types).containsKey("http_server_requests_seconds");
		assertThat(types.keySet()).isSubsetOf("http_server_requests_seconds", "http_client_requests_seconds",
				"method_timed_seconds", "jdbc_query_seconds");
	}

	@Test
	void recordsWhileScrapeIsStuck() throws Exception {
		CountDownLatch reached = new CountDownLatch(1);
		CountDownLatch released = new CountDownLatch(1);
		Gauge.builder("stuck", () -> {
			reached.countDown();
			return await(released);
		}).register(registry);
		CompletableFuture<String> stuck = CompletableFuture.supplyAsync(() -> scrape(TEXT));
		assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
		Timer recorded = registry.timer("http.client.requests", "uri", "/meanwhile");
		recorded.record(Duration.ofMillis(3));
		assertThat(recorded.count()).isEqualTo(1);
		assertThat(stuck).isNotDone();
		released.countDown();
		assertThat(stuck.get(10, TimeUnit.SECONDS)).contains("stuck");
	}

	@Test
	void explainsEveryFamilyOfOurs() {
		assertThat(StrictScrape.openMetrics(scrape(OPEN_METRICS)).help()).allSatisfy((name, help) -> {
			if (name.startsWith("sightline_") || name.startsWith("http_server_active") || name.startsWith("orders_")) {
				assertThat(help).as(name).isNotBlank();
			}
		}).containsKeys("sightline_build", "sightline_deployment_time_seconds", "http_server_active_requests");
	}

	@Test
	void tellsIdentityInEverySeries() {
		assertThat(scrape(OPEN_METRICS).lines().filter((line) -> !line.startsWith("#")))
			.allMatch((line) -> line.contains("application=\"scrape\"") && line.contains("environment=\""));
	}

	@Test
	void countsItsOwnScrapeAsInFlight() {
		assertThat(scrape(OPEN_METRICS)).containsPattern("http_server_active_requests\\{.*} 1\\.0");
	}

	@Test
	void givesExemplarsOfSampledTraces() {
		inSpan(true, () -> {
			registry.counter("exemplary").increment();
			Timer.builder("http.client.requests").tag("uri", "/kept").register(registry).record(Duration.ofMillis(3));
		});
		assertThat(StrictScrape.openMetrics(scrape(OPEN_METRICS)).exemplars())
			.anyMatch((line) -> line.startsWith("exemplary_total") && line.contains("0af7651916cd43dd"))
			.anyMatch((line) -> line.startsWith("http_client_requests_seconds_bucket")
					&& line.contains("0af7651916cd43dd"));
	}

	@Test
	void givesNoExemplarsOfTracesThatAreNotSampled() {
		inSpan(false, () -> registry.counter("plain").increment());
		assertThat(StrictScrape.openMetrics(scrape(OPEN_METRICS)).exemplars())
			.noneMatch((line) -> line.contains("1af7651916"));
	}

	@Test
	@EnabledIf("isPromtoolInstalled")
	void parsesForPromtool(@TempDir Path directory) throws IOException, InterruptedException {
		Path scrape = Files.writeString(directory.resolve("scrape.txt"), scrape(TEXT));
		Process promtool = new ProcessBuilder("promtool", "check", "metrics").redirectInput(scrape.toFile())
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("out.txt").toFile())
			.start();
		assertThat(promtool.waitFor(30, TimeUnit.SECONDS)).isTrue();
		// 3 says that it parses and could be better: not all names are ours.
		assertThat(promtool.exitValue()).as(() -> read(directory.resolve("out.txt"))).isIn(0, 3);
		assertThat(Files.readAllLines(directory.resolve("out.txt"))).noneMatch((line) -> line.startsWith("sightline_"));
	}

	@Test
	void scrapesTenThousandSeriesInTime() throws IOException {
		PrometheusMeterRegistry large = new PrometheusMeterRegistry((key) -> null);
		for (int i = 0; i < 10_000; i++) {
			large.counter("large." + i / 100, "value", String.valueOf(i)).increment();
		}
		long best = Long.MAX_VALUE;
		for (int i = 0; i < 20; i++) {
			long start = System.nanoTime();
			large.scrape(OutputStream.nullOutputStream(), OPEN_METRICS);
			best = Math.min(best, System.nanoTime() - start);
		}
		assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(250));
	}

	private static int await(CountDownLatch latch) {
		try {
			return latch.await(10, TimeUnit.SECONDS) ? 1 : 0;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	static boolean isPromtoolInstalled() {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, "promtool")));
	}

}
