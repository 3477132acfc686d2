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

import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ActiveRequests} and the filters that count them.
 */
class ActiveRequestsTests {

	private final ActiveRequests requests = new ActiveRequests();

	private final ActiveRequestsFilter filter = new ActiveRequestsFilter(this.requests);

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private final List<Integer> counts = new ArrayList<>();

	private void answer(FilterChain chain) throws Exception {
		this.filter.doFilter(this.request, new MockHttpServletResponse(), chain);
	}

	@Test
	void countsWhileRequestIsAnswered() throws Exception {
		answer((request, response) -> this.counts.add(this.requests.count()));
		assertThat(this.counts).containsExactly(1);
		assertThat(this.requests.count()).isZero();
	}

	@Test
	void countsUntilRequestFails() {
		assertThatIllegalStateException().isThrownBy(() -> answer((request, response) -> {
			throw new IllegalStateException("broken");
		}));
		assertThat(this.requests.count()).isZero();
	}

	@Test
	void countsUntilAsynchronousRequestCompletes() throws Exception {
		this.request.setAsyncSupported(true);
		answer((request, response) -> request.startAsync());
		assertThat(this.requests.count()).isEqualTo(1);
		MockAsyncContext async = (MockAsyncContext) this.request.getAsyncContext();
		assertThat(async).isNotNull();
		async.complete();
		assertThat(this.requests.count()).isZero();
	}

	@Test
	void countsUntilReactiveRequestCompletes() {
		Sinks.Empty<Void> done = Sinks.empty();
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
		Mono<Void> answer = new ActiveRequestsWebFilter(this.requests).filter(exchange, (handled) -> done.asMono());
		assertThat(this.requests.count()).isZero();
		answer.subscribe();
		assertThat(this.requests.count()).isEqualTo(1);
		done.tryEmitEmpty();
		assertThat(this.requests.count()).isZero();
	}

	@Test
	void publishesCount() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		this.requests.bindTo(registry);
		this.requests.begin();
		assertThat(registry.get("http.server.active.requests").gauge().value()).isEqualTo(1);
	}

}
