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
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Counts the bytes of a response's body, over all dispatches of the request.
 */
final class CountingResponse extends HttpServletResponseWrapper {

	private static final String ATTRIBUTE = CountingResponse.class.getName();

	private final AtomicLong count;

	private @Nullable ServletOutputStream stream;

	private @Nullable PrintWriter writer;

	private CountingResponse(HttpServletResponse response, AtomicLong count) {
		super(response);
		this.count = count;
	}

	static CountingResponse of(HttpServletRequest request, HttpServletResponse response) {
		AtomicLong count = (AtomicLong) request.getAttribute(ATTRIBUTE);
		if (count == null) {
			count = new AtomicLong();
			request.setAttribute(ATTRIBUTE, count);
		}
		return new CountingResponse(response, count);
	}

	long count() {
		return this.count.get();
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		ServletOutputStream current = this.stream;
		if (current == null) {
			current = new CountingStream(super.getOutputStream(), this.count);
			this.stream = current;
		}
		return current;
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		PrintWriter current = this.writer;
		if (current == null) {
			current = new PrintWriter(
					new CountingWriter(super.getWriter(), Charset.forName(getCharacterEncoding()), this.count));
			this.writer = current;
		}
		return current;
	}

}
