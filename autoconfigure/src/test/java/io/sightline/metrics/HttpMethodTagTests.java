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

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HttpMethodTag}.
 */
class HttpMethodTagTests {

	private final MeterRegistry registry = new SimpleMeterRegistry();

	HttpMethodTagTests() {
		this.registry.config().meterFilter(new HttpMethodTag());
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PATCH", "QUERY", "none" })
	void keepsKnownMethods(String method) {
		assertThat(tag("http.server.requests", method)).isEqualTo(method);
	}

	@ParameterizedTest
	@ValueSource(strings = { "get", "UNKNOWN", "X-1", "" })
	void bundlesUnknownMethods(String method) {
		assertThat(tag("http.server.requests", method)).isEqualTo("_OTHER");
		assertThat(tag("http.client.requests", method)).isEqualTo("_OTHER");
	}

	@Test
	void leavesOtherMetersAlone() {
		assertThat(tag("method.timed", "placeOrder")).isEqualTo("placeOrder");
	}

	private String tag(String meter, String method) {
		return String.valueOf(this.registry.timer(meter, "method", method).getId().getTag("method"));
	}

}
