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

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BusinessMeter} and {@link BusinessMeters}.
 */
class BusinessMeterTests {

	@ParameterizedTest
	@ValueSource(strings = { "id", "user_id", "userId", "order.id", "orderUuid", "email", "customerEmail", "ip",
			"client_ip", "session", "user_name", "userName", "token", "timestamp" })
	void refusesTagsThatIdentify(String tag) {
		assertThatExceptionOfType(InvalidBusinessMeterException.class)
			.isThrownBy(() -> BusinessMeter.counter("orders", "Orders", tag))
			.withMessageContaining(tag)
			.withMessageContaining("log line or the span");
	}

	@ParameterizedTest
	@ValueSource(strings = { "country", "status", "paid", "currency", "video", "grid", "zip", "solid", "userType" })
	void acceptsTagsThatClassify(String tag) {
		assertThat(BusinessMeter.counter("orders", "Orders", tag).tags()).containsExactly(tag);
	}

	@ParameterizedTest
	@ValueSource(strings = { "orders.total", "orders_total", "order.created", "build.info", "order.bucket" })
	void refusesEndingsThatPrometheusStrips(String name) {
		assertThatExceptionOfType(InvalidBusinessMeterException.class)
			.isThrownBy(() -> BusinessMeter.counter(name, "Orders"))
			.withMessageContaining("Prometheus strips");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Orders", "orders-placed", "1.order", "orders..placed", "orders." })
	void refusesOddNames(String name) {
		assertThatExceptionOfType(InvalidBusinessMeterException.class)
			.isThrownBy(() -> BusinessMeter.counter(name, "Orders"))
			.withMessageContaining("lower case");
	}

	@Test
	void refusesDeclarationsThatContradict() {
		List<BusinessMeter> meters = List.of(BusinessMeter.counter("orders", "Orders"),
				BusinessMeter.gauge("orders", "Orders"));
		assertThatExceptionOfType(InvalidBusinessMeterException.class).isThrownBy(() -> new BusinessMeters(meters))
			.withMessageContaining("declared twice");
	}

}
