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

import java.io.IOException;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/**
 * Counts servlet requests until they are answered, also by another thread.
 */
public final class ActiveRequestsFilter implements Filter {

	private final ActiveRequests requests;

	/**
	 * Creates a filter.
	 * @param requests the requests to count
	 */
	public ActiveRequestsFilter(ActiveRequests requests) {
		this.requests = requests;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		this.requests.begin();
		try {
			chain.doFilter(request, response);
		}
		finally {
			if (!endsLater(request)) {
				this.requests.end();
			}
		}
	}

	private boolean endsLater(ServletRequest request) {
		if (!request.isAsyncStarted()) {
			return false;
		}
		try {
			request.getAsyncContext().addListener(new End());
			return true;
		}
		catch (IllegalStateException ex) {
			// The other thread was faster.
			return false;
		}
	}

	private final class End implements AsyncListener {

		@Override
		public void onComplete(AsyncEvent event) {
			ActiveRequestsFilter.this.requests.end();
		}

		@Override
		public void onTimeout(AsyncEvent event) {
			// Completes afterwards.
		}

		@Override
		public void onError(AsyncEvent event) {
			// Completes afterwards.
		}

		@Override
		public void onStartAsync(AsyncEvent event) {
			// Whoever starts again drops the listeners.
			event.getAsyncContext().addListener(this);
		}

	}

}
