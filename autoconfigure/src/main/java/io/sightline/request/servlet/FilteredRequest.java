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

import io.sightline.context.RequestContext;
import io.sightline.request.ClientAborts;
import io.sightline.request.RequestLog;
import io.sightline.request.RequestResult;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Ends requests in containers that tell only filters and listeners of them.
 */
final class FilteredRequest implements AsyncListener {

	private static final String ATTRIBUTE = FilteredRequest.class.getName();

	private final RequestContext context;

	private final HttpServletRequest request;

	private final CountingResponse response;

	private final RequestLog log;

	private FilteredRequest(RequestContext context, HttpServletRequest request, CountingResponse response,
			RequestLog log) {
		this.context = context;
		this.request = request;
		this.response = response;
		this.log = log;
	}

	/**
	 * Ends the request, or lets the container tell when it ends.
	 */
	static void end(RequestContext context, HttpServletRequest request, CountingResponse response, RequestLog log) {
		boolean listening = request.getAttribute(ATTRIBUTE) != null;
		if (!listening && request.isAsyncStarted()) {
			FilteredRequest listener = new FilteredRequest(context, request, response, log);
			request.setAttribute(ATTRIBUTE, listener);
			request.getAsyncContext().addListener(listener);
		}
		else if (!listening) {
			new FilteredRequest(context, request, response, log).end();
		}
	}

	private void end() {
		HandledErrors.note(this.request, this.context);
		// The container answers what was left to it with 500, later.
		int status = (this.context.isFailed() && !this.response.isCommitted()) ? 500 : this.response.getStatus();
		this.log.ended(this.context,
				new RequestResult(status, ClientAborts.isAbort(this.context.error()),
						RequestResult.isStream(this.response.getContentType()), this.request.getContentLengthLong(),
						this.response.count()));
	}

	@Override
	public void onComplete(AsyncEvent event) {
		end();
	}

	@Override
	public void onTimeout(AsyncEvent event) {
	}

	@Override
	public void onError(AsyncEvent event) {
		Throwable error = event.getThrowable();
		if (error != null) {
			this.context.fail(error);
		}
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
		// A container forgets its listeners when a request turns asynchronous again.
		event.getAsyncContext().addListener(this);
	}

}
