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

import io.sightline.context.RequestContext;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Ends the request's binding to the thread after Tomcat itself is through with it, so
 * that Tomcat's own line about an error that nothing handled carries the ids of the
 * request.
 */
public final class RequestContextValve extends ValveBase {

	/**
	 * Creates the valve; it supports asynchronous requests.
	 */
	public RequestContextValve() {
		super(true);
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

}
