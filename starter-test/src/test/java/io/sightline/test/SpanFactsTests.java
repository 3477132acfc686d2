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

package io.sightline.test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpanFactsTests {

	@ParameterizedTest
	@CsvSource({ "POST /orders, true", "post /orders, true", "http post /orders, true", "POST /orders/1, false",
			"GET /orders, false" })
	void knowsRequestByName(String name, boolean same) {
		assertThat(SpanFacts.isNamed(Spans.root(SpanKind.SERVER, name), "POST /orders")).isEqualTo(same);
	}

	@Test
	void knowsRequestByMethodAndRoute() {
		SpanData span = Spans.with(SpanKind.SERVER, Attributes.of(AttributeKey.stringKey("http.request.method"), "POST",
				AttributeKey.stringKey("http.route"), "/orders"));
		assertThat(SpanFacts.isNamed(span, "POST /orders")).isTrue();
		assertThat(SpanFacts.isNamed(span, "GET /orders")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "200, false", "404, false", "500, true", "503, true", "CLIENT_ERROR, false" })
	void knowsFailureByStatus(String status, boolean failed) {
		SpanData span = Spans.with(SpanKind.SERVER, Attributes.of(AttributeKey.stringKey("status"), status));
		assertThat(SpanFacts.isFailed(span)).isEqualTo(failed);
	}

}
