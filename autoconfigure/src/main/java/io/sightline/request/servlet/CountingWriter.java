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

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the bytes that characters become.
 */
final class CountingWriter extends FilterWriter {

	private final Charset charset;

	private final AtomicLong count;

	CountingWriter(Writer writer, Charset charset, AtomicLong count) {
		super(writer);
		this.charset = charset;
		this.count = count;
	}

	@Override
	public void write(int c) throws IOException {
		count(String.valueOf((char) c));
		super.write(c);
	}

	@Override
	public void write(char[] characters, int offset, int length) throws IOException {
		count(new String(characters, offset, length));
		super.write(characters, offset, length);
	}

	@Override
	public void write(String text, int offset, int length) throws IOException {
		count(text.substring(offset, offset + length));
		super.write(text, offset, length);
	}

	private void count(String text) {
		this.count.addAndGet(text.getBytes(this.charset).length);
	}

}
