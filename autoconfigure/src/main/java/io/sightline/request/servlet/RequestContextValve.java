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

import java.io.IOException;
import java.util.List;

import io.sightline.context.RequestContext;
import io.sightline.noise.NoisePolicy;
import io.sightline.request.CallerDetails;
import io.sightline.request.ClientAborts;
import io.sightline.request.RequestLog;
import io.sightline.request.RequestResult;
import jakarta.servlet.ServletException;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Ends the request's binding to the thread after Tomcat itself is through with it, so
 * that Tomcat's own line about an error that nothing handled carries the ids of the
 * request. As an access log it is told of every request when everything is over, also of
 * one that ended asynchronously or that Tomcat refused.
 */
public final class RequestContextValve extends ValveBase implements AccessLog {

	private final RequestContexts contexts;

	private final RequestLog log;

	/**
	 * Creates a valve that tells no log of the requests.
	 */
	public RequestContextValve() {
		this(new RequestContexts(NoisePolicy.of(List.of()), CallerDetails.NONE), RequestLog.NONE);
	}

	/**
	 * Creates the valve; it supports asynchronous requests.
	 * @param contexts creates the contexts of requests that come to no filter
	 * @param log told of requests that are over
	 */
	public RequestContextValve(RequestContexts contexts, RequestLog log) {
		super(true);
		this.contexts = contexts;
		this.log = log;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		request.setAttribute(RequestContextFilter.KEEP_BOUND, Boolean.TRUE);
		try {
			getNext().invoke(request, response);
		}
		finally {
			RequestContext.clear();
		}
	}

	@Override
	public void log(Request request, Response response, long time) {
		if (this.log == RequestLog.NONE) {
			return;
		}
		RequestContext context = RequestContexts.find(request);
		if (context == null) {
			context = this.contexts.create(request);
		}
		HandledErrors.note(request, context);
		Exception writing = response.getCoyoteResponse().getErrorException();
		if (context.error() == null && writing != null) {
			context.error(writing);
		}
		this.log.ended(context,
				new RequestResult(response.getStatus(), ClientAborts.isAbort(context.error()) || isAbort(writing),
						RequestResult.isStream(response.getContentType()), request.getContentLengthLong(),
						response.getContentWritten()));
	}

	private static boolean isAbort(@Nullable Exception writing) {
		return writing instanceof IOException || ClientAborts.isAbort(writing);
	}

	@Override
	public void setRequestAttributesEnabled(boolean requestAttributesEnabled) {
		// What is logged is not taken from such attributes.
	}

	@Override
	public boolean getRequestAttributesEnabled() {
		return false;
	}

}
