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

package io.sightline.tracing;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.SenderContext;
import io.sightline.redaction.RedactionPolicy;
import io.sightline.redaction.RedactionRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UrlRedactionFilter}.
 */
class UrlRedactionFilterTests {

	private final UrlRedactionFilter filter = new UrlRedactionFilter(RedactionPolicy.from(RedactionRules.defaults()));

	@ParameterizedTest
	@CsvSource(textBlock = """
			https://user:hunter2@shop/orders?api_key=hunter2&page=2
			https://shop/orders?password=hunter2
			""")
	void redactsUrlOfCall(String url) {
		assertThat(map(new SenderContext<>((carrier, name, value) -> {
		}), url)).doesNotContain("hunter2").startsWith("https://").contains("shop/orders");
	}

	@Test
	void leavesHarmlessUrlAlone() {
		assertThat(map(new SenderContext<>((carrier, name, value) -> {
		}), "https://shop/orders?page=2")).isEqualTo("https://shop/orders?page=2");
	}

	@Test
	void leavesOtherObservationsAlone() {
		assertThat(map(new Observation.Context(), "https://a:b@c")).isEqualTo("https://a:b@c");
		assertThat(this.filter.map(new Observation.Context()).getAllKeyValues()).isEmpty();
	}

	private String map(Observation.Context context, String url) {
		context.addHighCardinalityKeyValue(KeyValue.of("http.url", url));
		KeyValue mapped = this.filter.map(context).getHighCardinalityKeyValue("http.url");
		return (mapped != null) ? mapped.getValue() : "";
	}

}
