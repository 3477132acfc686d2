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

package io.sightline.console.canary;

import java.time.Duration;
import java.time.Instant;

import io.sightline.console.ConsoleClient;
import io.sightline.console.ConsoleTest;
import io.sightline.console.OtlpMeters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A service whose newest version crashes again and again, and one of whose versions has
 * been gone for long.
 */
@ConsoleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryApiIntegrationTests {

	private final ConsoleClient console;

	CanaryApiIntegrationTests(@LocalServerPort int port) {
		this.console = new ConsoleClient(port);
	}

	@BeforeAll
	void send() {
		history("0.9.0", 50, Duration.ofMinutes(110), Duration.ofMinutes(45), 20);
		history("1.0.0", 100, Duration.ofMinutes(50), Duration.ZERO, 20);
		history("2.0.0", 200, Duration.ofMinutes(25), Duration.ofMinutes(8), 0);
		await().until(() -> this.console.ask("/api/canary", "service", "kiosk").statusCode() != 404);
		await().until(() -> compare().path("versions").size() == 3);
		await().until(() -> compare().at("/versions/0/requests").asLong() > 100);
	}

	/**
	 * A value a minute: ten requests, of which some are slow.
	 */
	private void history(String version, double started, Duration from, Duration until, int slow) {
		long now = Duration.between(Instant.EPOCH, Instant.now()).toNanos();
		for (long ago = from.toMinutes(), i = 0; ago >= until.toMinutes(); ago--, i++) {
			long time = now - Duration.ofMinutes(ago).toNanos();
			byte[] export = OtlpMeters.of("kiosk", version)
				.gauge("sightline_deployment_time_seconds", time, started)
				.requests(time, "SUCCESS", 20 * i, 0, slow * i)
				.export();
			assertThat(this.console.export("/v1/metrics", "application/x-protobuf", export).statusCode())
				.isEqualTo(200);
		}
	}

	@Test
	void judgesTheVersionThatWasStartedLastAlthoughItIsDown() {
		assertThat(compare().path("version").asString()).isEqualTo("2.0.0");
	}

	@Test
	void comparesSlownessAlthoughAVersionIsGone() {
		JsonNode slow = compare().path("slow");
		assertThat(slow.path("share").asDouble()).isZero();
		assertThat(slow.path("other_share").asDouble()).isEqualTo(0.5);
	}

	private JsonNode compare() {
		return this.console.get("/api/canary", "service", "kiosk");
	}

}
