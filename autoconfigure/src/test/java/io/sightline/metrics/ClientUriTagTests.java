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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClientUriTag}.
 */
class ClientUriTagTests {

	private final MeterRegistry registry = new SimpleMeterRegistry();

	ClientUriTagTests() {
		this.registry.config().meterFilter(new ClientUriTag());
	}

	@ParameterizedTest
	@CsvSource({ "/users/1,/users/{id}", "/users/1/orders/2/,/users/{id}/orders/{id}/", "/users?token=secret,/users",
			"/a#b,/a", "/users/{id}?full={full},/users/{id}", "/files/0b0de5a0-4c8e-4b7a-9e54-1f2d3c4b5a69,/files/{id}",
			"/u/ada@example.org,/u/{id}", "/u/ada%40example.org,/u/{id}", "7,{id}" })
	void takesIdsAndQueriesAway(String uri, String template) {
		assertThat(tag(uri)).isEqualTo(template);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "none", "UNKNOWN", "/users/{id}", "/v2/users", "/products/item1",
			"/cafebabecafebabe", "/users/{id:[0-9]?}", "//" })
	void keepsTemplates(String uri) {
		assertThat(tag(uri)).isEqualTo(uri);
	}

	@Test
	void leavesOtherMetersAlone() {
		assertThat(this.registry.timer("http.server.requests", "uri", "/1").getId().getTag("uri")).isEqualTo("/1");
	}

	private String tag(String uri) {
		return String.valueOf(this.registry.timer("http.client.requests", "uri", uri).getId().getTag("uri"));
	}

}
