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

package io.sightline.tracing.sampling.servlet;

import java.io.IOException;
import java.io.PrintWriter;

import io.opentelemetry.api.trace.SpanContext;
import io.sightline.tracing.sampling.TraceResponse;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * A response that sets its header before it can be too late.
 */
final class TellingResponse extends HttpServletResponseWrapper {

	private static final int SERVER_ERROR = 500;

	private final TraceResponse traceResponse;

	private final SpanContext span;

	TellingResponse(HttpServletResponse response, TraceResponse traceResponse, SpanContext span) {
		super(response);
		this.traceResponse = traceResponse;
		this.span = span;
	}

	void tell(boolean failing) {
		if (!isCommitted()) {
			String value = this.traceResponse.value(this.span, failing || getStatus() >= SERVER_ERROR);
			if (value != null) {
				setHeader(TraceResponse.HEADER, value);
			}
		}
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		tell(false);
		return super.getOutputStream();
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		tell(false);
		return super.getWriter();
	}

	@Override
	public void flushBuffer() throws IOException {
		tell(false);
		super.flushBuffer();
	}

	@Override
	public void sendError(int status) throws IOException {
		tell(status >= SERVER_ERROR);
		super.sendError(status);
	}

	@Override
	public void sendError(int status, String message) throws IOException {
		tell(status >= SERVER_ERROR);
		super.sendError(status, message);
	}

	@Override
	public void sendRedirect(String location) throws IOException {
		tell(false);
		super.sendRedirect(location);
	}

}
