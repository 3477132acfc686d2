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

package io.sightline.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.sightline.console.store.StoreStatus;
import io.sightline.console.store.TelemetryStore;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A store with many rows: {@code -Dcapacity.items=200000} fills it, as fast as it takes
 * them or {@code -Dcapacity.rate} of each a second. The limits are those below which
 * something is wrong on any machine; what was measured is written to
 * {@code target/capacity.txt}.
 */
@ConsoleTest
class CapacityIntegrationTests {

	private static final int ITEMS = Integer.getInteger("capacity.items", 20_000);

	private static final int RATE = Integer.getInteger("capacity.rate", 0);

	private final ConsoleClient console;

	private final int port;

	private final TelemetryStore store;

	private final List<String> report = new ArrayList<>();

	CapacityIntegrationTests(@LocalServerPort int port, @Autowired TelemetryStore store) {
		this.console = new ConsoleClient(port);
		this.port = port;
		this.store = store;
	}

	@Test
	void takesWhatComesFastAndAnswersWhenItIsFull() throws Exception {
		Duration taken = fill();
		this.report.add(ITEMS + " spans and as many lines in " + taken.toMillis() + " ms until all were written");
		JsonNode overview = this.console.get("/api/overview");
		assertThat(overview.at("/store/lost").asLong()).isZero();
		assertThat(overview.at("/store/spans/rows").asLong()).isEqualTo(ITEMS);
		this.report.add("store: " + overview.path("store"));
		assertThat(taken).isLessThan(Duration.ofMinutes(6));
		ask("/api/overview");
		ask("/api/services/service-1");
		ask("/api/traces");
		ask("/api/traces", "service", "service-2", "min_duration", "50ms", "sort", "duration");
		ask("/api/traces/" + Otlp.traceId(777));
		ask("/api/logs", "text", "number 471");
		ask("/api/events/query", "group_by", "customer", "filter", "region!=eu");
		ask("/api/events/compare", "select", "duration_ms>=90");
		ask("/api/events/heatmap", "filter", "region=eu");
		ask("/api/events/fields");
		Files.write(Path.of("target", "capacity.txt"), this.report);
	}

	private Duration fill() throws IOException, InterruptedException {
		Process sender = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), CapacitySender.class.getName(),
				Integer.toString(this.port), Integer.toString(ITEMS), Integer.toString(RATE))
			.redirectErrorStream(true)
			.start();
		try (BufferedReader lines = sender.inputReader(StandardCharsets.UTF_8)) {
			await().pollInterval(Duration.ofMillis(2)).atMost(Duration.ofMinutes(1)).until(() -> rows() > 0);
			long start = System.nanoTime();
			long most = 0;
			while (rows() < 2L * ITEMS && sender.isAlive()) {
				most = Math.max(most, this.store.status().pending());
				LockSupport.parkNanos(2_000_000);
			}
			await().atMost(Duration.ofMinutes(4)).until(() -> rows() == 2L * ITEMS);
			Duration taken = Duration.ofNanos(System.nanoTime() - start);
			this.report.add("sender (" + ((RATE > 0) ? RATE + " of each a second" : "as fast as it can") + "): "
					+ lines.readLine() + "; at most " + most + " items waited to be written");
			return taken;
		}
		finally {
			sender.destroy();
		}
	}

	private long rows() {
		StoreStatus status = this.store.status();
		return status.spans().rows() + status.logs().rows();
	}

	private void ask(String path, String... parameters) {
		this.console.get(path, parameters);
		Duration taken = time(() -> this.console.get(path, parameters));
		this.report.add(path + " " + List.of(parameters) + ": " + taken.toMillis() + " ms");
		assertThat(taken).as(path).isLessThan(Duration.ofSeconds(5));
	}

	private static Duration time(Runnable work) {
		long start = System.nanoTime();
		work.run();
		return Duration.ofNanos(System.nanoTime() - start);
	}

}
