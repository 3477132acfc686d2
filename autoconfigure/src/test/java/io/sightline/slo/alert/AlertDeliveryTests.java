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

package io.sightline.slo.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlertDeliveryTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final List<Alert> received = new ArrayList<>();

	private final Alert alert = new Alert("QueueFull", AlertSeverity.CRITICAL, "the queue is full", Map.of());

	@Test
	void tellsEveryChannelWhateverTheOthersDo() {
		new AlertDelivery(List.of(new BrokenChannel(), this.received::add), this.registry).deliver(this.alert);
		assertThat(this.received).containsExactly(this.alert);
	}

	@Test
	void countsWhatItCouldNotTell() {
		new AlertDelivery(List.of(new BrokenChannel(), new LoggingChannel()), this.registry).deliver(this.alert);
		assertThat(count("BrokenChannel", "failed")).isOne();
		assertThat(count("LoggingChannel", "sent")).isOne();
	}

	private double count(String channel, String outcome) {
		return this.registry.get("sightline.alert.notifications")
			.tags("channel", channel, "outcome", outcome)
			.counter()
			.count();
	}

	/**
	 * Throws what nobody declares.
	 */
	private static final class BrokenChannel implements NotificationChannel {

		@Override
		public void send(Alert alert) throws Exception {
			throw new Exception("no connection");
		}

	}

}
