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

package io.sightline.metrics.otlp;

import java.io.IOException;

import io.micrometer.registry.otlp.OtlpMetricsSender;
import io.sightline.report.Delivery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OutageLoggingSender}.
 */
@ExtendWith(OutputCaptureExtension.class)
class OutageLoggingSenderTests {

	private @Nullable IOException failure;

	private final OutageLoggingSender sender = new OutageLoggingSender(this::deliver);

	private void deliver(OtlpMetricsSender.Request request) throws IOException {
		assertThat(request.getAddress()).isEqualTo("http://collector");
		if (this.failure != null) {
			throw this.failure;
		}
	}

	private void send(int times) {
		for (int i = 0; i < times; i++) {
			this.sender.send(OtlpMetricsSender.Request.builder(new byte[0]).address("http://collector").build());
		}
	}

	@Test
	void saysOnceThatDeliveryFails(CapturedOutput output) {
		this.failure = new IOException("refused");
		send(5);
		assertThat(output.getOut()).containsOnlyOnce("Metrics cannot be delivered to http://collector");
	}

	@Test
	void saysThatDeliveryWorksAgainAndWarnsOfNextOutage(CapturedOutput output) {
		this.failure = new IOException("refused");
		send(3);
		this.failure = null;
		send(2);
		assertThat(output.getOut()).containsOnlyOnce("again, 3 attempts failed");
		this.failure = new IOException("refused");
		send(1);
		assertThat(output.getOut().split("cannot be delivered", -1)).hasSize(3);
	}

	@Test
	void countsAttempts() {
		assertThat(this.sender.deliveries()).isEmpty();
		send(2);
		this.failure = new IOException("refused");
		send(1);
		assertThat(this.sender.deliveries()).singleElement()
			.extracting(Delivery::signal, Delivery::receiver, Delivery::attempts, Delivery::failures)
			.containsExactly("metrics", "http://collector", 3L, 1L);
	}

	@Test
	void saysNothingWhileDeliveryWorks(CapturedOutput output) {
		send(3);
		assertThat(output).doesNotContain("Metrics");
	}

}
