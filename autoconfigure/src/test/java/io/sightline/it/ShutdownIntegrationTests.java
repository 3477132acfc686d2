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

package io.sightline.it;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import com.example.health.HealthApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real process that is asked to end under load. The load stops when readiness says so,
 * as a balancer's does.
 */
class ShutdownIntegrationTests {

	private static final int CLIENTS = 8;

	private final List<String> answers = new CopyOnWriteArrayList<>();

	private final AtomicBoolean balanced = new AtomicBoolean(true);

	@Test
	void failsNoRequestWhenAskedToEndUnderLoad() throws Exception {
		try (ForkedApplication application = ForkedApplication.start(HealthApplication.class, "--server.port=0",
				"--spring.application.name=shutdown", "--sightline.health.drain-delay=2s")) {
			ExecutorService load = Executors.newFixedThreadPool(CLIENTS + 1);
			load.execute(() -> this.answers.add(body(application, 4000)));
			for (int i = 0; i < CLIENTS; i++) {
				load.execute(() -> request(application));
			}
			Awaitility.await().until(() -> this.answers.size() > 3 * CLIENTS);
			application.terminate();
			Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> readiness(application) == 503);
			assertThat(application.get("/livez").statusCode()).isEqualTo(200);
			this.balanced.set(false);
			load.shutdown();
			assertThat(load.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
			assertThat(this.answers).hasSizeGreaterThan(4 * CLIENTS).containsOnly("done");
			Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> !application.isAlive());
			assertThat(application.awaitLine("Readiness is off").path("level").asString()).isEqualTo("INFO");
		}
	}

	private void request(ForkedApplication application) {
		while (this.balanced.get()) {
			this.answers.add(body(application, 50));
		}
	}

	private static String body(ForkedApplication application, long millis) {
		try {
			return application.get("/work?millis=" + millis).body();
		}
		catch (RuntimeException ex) {
			return ex.toString();
		}
	}

	private static int readiness(ForkedApplication application) {
		return application.get("/readyz").statusCode();
	}

}
