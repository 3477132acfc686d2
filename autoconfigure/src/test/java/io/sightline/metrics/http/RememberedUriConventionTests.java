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

package io.sightline.metrics.http;

import java.net.URI;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RememberedUriConvention}.
 */
class RememberedUriConventionTests {

	private final RememberedUriConvention convention = new RememberedUriConvention("calls");

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "https://shop/orders/{id}", "http://shop:8080/orders?page={page}", "/orders/{id}",
			"orders", "{scheme}://shop/orders", "", "https://shop" })
	void describesAsSpringDoesTheFirstTimeAndAgain(@Nullable String template) {
		DefaultClientRequestObservationConvention spring = new DefaultClientRequestObservationConvention("calls");
		for (int time = 0; time < 3; time++) {
			ClientRequestObservationContext context = call(template);
			assertThat(this.convention.getLowCardinalityKeyValues(context))
				.isEqualTo(spring.getLowCardinalityKeyValues(context));
			assertThat(this.convention.getHighCardinalityKeyValues(context))
				.isEqualTo(spring.getHighCardinalityKeyValues(context));
			assertThat(this.convention.getContextualName(context)).isEqualTo(spring.getContextualName(context));
		}
		assertThat(this.convention.getName()).isEqualTo("calls");
	}

	@Test
	void remembersEachTemplateOnce() {
		assertThat(this.convention.uri(call("/orders/{id}"))).isSameAs(this.convention.uri(call("/orders/{id}")));
		assertThat(this.convention.remembered()).isOne();
	}

	@Test
	void remembersNoMoreThanItMay() {
		IntStream.rangeClosed(0, RememberedUriConvention.MAX_TEMPLATES)
			.forEach((id) -> this.convention.uri(call("/orders/" + id)));
		this.convention.uri(call("/" + "x".repeat(RememberedUriConvention.MAX_LENGTH)));
		assertThat(this.convention.remembered()).isEqualTo(RememberedUriConvention.MAX_TEMPLATES);
		assertThat(this.convention.uri(call("/new")).getValue()).isEqualTo("/new");
	}

	@Test
	void remembersNoLongTemplate() {
		this.convention.uri(call("/" + "x".repeat(RememberedUriConvention.MAX_LENGTH)));
		assertThat(this.convention.remembered()).isZero();
	}

	private static ClientRequestObservationContext call(@Nullable String template) {
		ClientRequestObservationContext context = new ClientRequestObservationContext(
				new MockClientHttpRequest(HttpMethod.GET, URI.create("https://shop/orders/42")));
		context.setUriTemplate(template);
		context.setResponse(new MockClientHttpResponse(new byte[0], 200));
		return context;
	}

}
