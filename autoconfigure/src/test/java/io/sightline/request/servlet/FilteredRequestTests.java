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

package io.sightline.request.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.sightline.context.RequestContext;
import io.sightline.noise.NoisePolicy;
import io.sightline.request.CallerDetails;
import io.sightline.request.RequestLog;
import io.sightline.request.RequestResult;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FilteredRequest}: requests in containers other than embedded Tomcat.
 */
class FilteredRequestTests {

	private final List<RequestResult> results = new ArrayList<>();

	private final RequestContextFilter filter = new RequestContextFilter(
			new RequestContexts(NoisePolicy.of(List.of()), CallerDetails.NONE), new RecordingLog());

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/orders");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void endsARequestAndCountsWhatTheStreamGot() throws Exception {
		filter((req, res) -> res.getOutputStream().write(new byte[5]));
		assertThat(this.results).containsExactly(new RequestResult(200, false, false, -1, 5));
	}

	@Test
	void countsBytesThatTheWriterGot() throws Exception {
		filter((req, res) -> {
			res.setCharacterEncoding("UTF-8");
			res.getWriter().append('\u00f6').printf("%d", 12);
			res.getWriter().println();
		});
		assertThat(this.results).singleElement()
			.extracting(RequestResult::contentLength)
			.isEqualTo(4L + System.lineSeparator().length());
	}

	@Test
	void endsARequestThatThrowsWithTheStatusItWillGet() {
		assertThatExceptionOfType(ServletException.class).isThrownBy(() -> filter((req, res) -> {
			throw new ServletException(new IllegalStateException());
		}));
		assertThat(this.results).extracting(RequestResult::status).containsExactly(500);
	}

	@Test
	void endsAnAsynchronousRequestWhenItCompletes() throws Exception {
		this.request.setAsyncSupported(true);
		filter((req, res) -> req.startAsync());
		assertThat(this.results).isEmpty();
		this.response.setStatus(202);
		AsyncContext async = Objects.requireNonNull(this.request.getAsyncContext());
		async.complete();
		assertThat(this.results).extracting(RequestResult::status).containsExactly(202);
	}

	private void filter(FilterChain chain) throws Exception {
		this.filter.doFilter(this.request, this.response, chain);
	}

	private final class RecordingLog implements RequestLog {

		@Override
		public void started(RequestContext request) {
		}

		@Override
		public void ended(RequestContext request, RequestResult result) {
			FilteredRequestTests.this.results.add(result);
		}

	}

}
