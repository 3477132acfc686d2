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

package io.sightline.samples.alert.channel;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.samples.alert.RecordingServer;
import io.sightline.samples.alert.channel.Alert.Status;
import io.sightline.samples.alert.channel.DeliveryReport.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ChannelQueueTests {

	private final RecordingServer server = new RecordingServer();

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final List<DeliveryReport> reports = new CopyOnWriteArrayList<>();

	private final ChannelQueue queue = queue(
			new SlackChannel(new JsonPost(Duration.ofSeconds(5)), this.server.uri("/slack")));

	@AfterEach
	void stop() {
		this.queue.close();
		this.server.close();
	}

	@Test
	void triesAgainUntilItIsTaken() {
		this.server.answer("/slack", 500, 429);
		this.queue.add(Alerts.critical(), this.reports::add);
		assertThat(awaitReports(1)).containsExactly(new DeliveryReport("slack", Outcome.DELIVERED, 3, null));
		assertThat(this.registry.get("alert.delivery.retries").tag("channel", "slack").counter().count()).isEqualTo(2);
	}

	@Test
	void givesUp() {
		this.server.answer("/slack", 500, 500, 500);
		this.queue.add(Alerts.critical(), this.reports::add);
		assertThat(awaitReports(1)).containsExactly(new DeliveryReport("slack", Outcome.FAILED, 3, "HTTP 500"));
		assertThat(count(Outcome.FAILED)).isOne();
	}

	@Test
	void doesNotRepeatWhatIsWrong() {
		this.server.answer("/slack", 400);
		this.queue.add(Alerts.critical(), this.reports::add);
		assertThat(awaitReports(1)).containsExactly(new DeliveryReport("slack", Outcome.FAILED, 1, "HTTP 400"));
	}

	@Test
	void keepsEndBehindBeginning() {
		this.server.answer("/slack", 500);
		Stream.of(Status.FIRING, Status.RESOLVED)
			.forEach((status) -> this.queue.add(Alerts.of(status, "critical", "shop"), this.reports::add));
		awaitReports(2);
		assertThat(this.server.bodies("/slack")).extracting((body) -> body.path("text").asString().split(" ")[0])
			.containsExactly("[FIRING]", "[FIRING]", "[RESOLVED]");
	}

	@Test
	void survivesBrokenChannelAndListener() {
		try (ChannelQueue broken = queue(new BrokenChannel())) {
			broken.add(Alerts.critical(), (report) -> {
				throw new AssertionError("history is gone");
			});
			broken.add(Alerts.critical(), this.reports::add);
			assertThat(awaitReports(1))
				.containsExactly(new DeliveryReport("broken", Outcome.FAILED, 1, "NoClassDefFoundError"));
		}
	}

	private ChannelQueue queue(AlertChannel channel) {
		return new ChannelQueue(channel, new RetryPolicy(3, Duration.ofMillis(10), Duration.ofSeconds(1)),
				this.registry);
	}

	private List<DeliveryReport> awaitReports(int count) {
		await().atMost(Duration.ofSeconds(20)).until(() -> this.reports.size() == count);
		return this.reports;
	}

	private double count(Outcome outcome) {
		return this.registry.get("alert.deliveries")
			.tags("channel", "slack", "outcome", outcome.name())
			.counter()
			.count();
	}

	private static final class BrokenChannel implements AlertChannel {

		@Override
		public String name() {
			return "broken";
		}

		@Override
		public void send(Alert alert) {
			throw new NoClassDefFoundError("broken");
		}

	}

}
