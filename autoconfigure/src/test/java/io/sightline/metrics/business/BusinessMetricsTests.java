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

package io.sightline.metrics.business;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BusinessMetrics}.
 */
@ExtendWith(OutputCaptureExtension.class)
class BusinessMetricsTests {

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final BusinessMetrics metrics = new BusinessMetrics(this.registry,
			new BusinessMeters(List.of(BusinessMeter.counter("user.registrations", "Users", "country", "source"),
					BusinessMeter.counter("logins", "Logins"),
					BusinessMeter.amount("order.value", "Value of orders", "currency"),
					BusinessMeter.gauge("carts.open", "Open carts", "kind"),
					BusinessMeter.timer("packing", "Packing"))));

	@Test
	void countsEvents() {
		this.metrics.counter("user.registrations").increment("source", "web", "country", "DE");
		assertThat(this.registry.get("user.registrations").tags("country", "DE", "source", "web").counter().count())
			.isEqualTo(1);
	}

	@Test
	void showsCounterWithoutTagsAtOnce() {
		this.metrics.counter("logins");
		assertThat(this.registry.get("logins").counter().count()).isZero();
	}

	@Test
	void addsUpAmounts() {
		BusinessAmount value = this.metrics.amount("order.value");
		value.add(new BigDecimal("10.50"), "currency", "EUR");
		value.add(1, "currency", "EUR");
		value.add(-5, "currency", "EUR");
		assertThat(this.registry.get("order.value").tag("currency", "EUR").counter().count()).isEqualTo(11.5);
	}

	@Test
	void asksGaugesForTheirValue() {
		AtomicInteger carts = new AtomicInteger();
		this.metrics.gauge("carts.open", carts::get, "kind", "guest");
		carts.set(3);
		assertThat(this.registry.get("carts.open").tag("kind", "guest").gauge().value()).isEqualTo(3);
	}

	@Test
	void recordsDurations() {
		this.metrics.timer("packing").record(Duration.ofSeconds(2));
		assertThat(this.registry.get("packing").timer().totalTime(TimeUnit.SECONDS)).isEqualTo(2);
	}

	@Test
	void describesMeters() {
		this.metrics.counter("logins");
		assertThat(this.registry.get("logins").meter().getId().getDescription()).isEqualTo("Logins");
	}

	@Test
	void failsForUndeclaredMeterAtStart() {
		assertThatExceptionOfType(InvalidBusinessMeterException.class).isThrownBy(() -> this.metrics.counter("orders"))
			.withMessageContaining("it is not declared")
			.withMessageContaining("logins, order.value");
	}

	@Test
	void failsForMeterOfAnotherTypeAtStart() {
		assertThatExceptionOfType(InvalidBusinessMeterException.class)
			.isThrownBy(() -> this.metrics.counter("order.value"))
			.withMessageContaining("declared as AMOUNT");
	}

	@Test
	void failsForUndeclaredTagAtStart() {
		BusinessAmount value = this.metrics.amount("order.value");
		assertThatExceptionOfType(InvalidBusinessMeterException.class)
			.isThrownBy(() -> value.add(1, "currency", "EUR", "shop", "a"))
			.withMessageContaining("Declared are: currency");
	}

	@Test
	void recordsUndeclaredMeterWhileRunning(CapturedOutput output) {
		this.metrics.start();
		this.metrics.counter("orders").increment("shop", "a");
		this.metrics.counter("orders").increment("shop", "b");
		assertThat(this.registry.get("business.undeclared.counter").counter().count()).isEqualTo(2);
		assertThat(output.getOut()).containsOnlyOnce("The business meter 'orders' records '_undeclared'");
	}

	@Test
	void countsWithoutUndeclaredTagWhileRunning(CapturedOutput output) {
		this.metrics.start();
		this.metrics.amount("order.value").add(3, "currency", "EUR", "user_id", "4711");
		assertThat(this.registry.get("order.value").tag("currency", "EUR").counter().count()).isEqualTo(3);
		assertThat(output).contains("the tag 'user_id' has a value of its own");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada@example.org", "0b0de5a0-4c8e-4b7a-9e54-1f2d3c4b5a69", "1234567" })
	void recordsValuesThatIdentifyAsUndeclaredWhileRunning(String value) {
		this.metrics.start();
		this.metrics.amount("order.value").add(3, "currency", value);
		assertThat(this.registry.get("order.value").tag("currency", "_undeclared").counter().count()).isEqualTo(3);
	}

	@Test
	void recordsMissingValuesWhileRunning() {
		this.metrics.start();
		this.metrics.counter("user.registrations").increment("country");
		this.metrics.counter("user.registrations").increment("country", "", "source", "web");
		assertThat(this.registry.get("user.registrations")
			.tags("country", "_undeclared", "source", "_undeclared")
			.counter()
			.count()).isEqualTo(1);
		assertThat(this.registry.get("user.registrations").tags("country", "none", "source", "web").counter().count())
			.isEqualTo(1);
	}

}
