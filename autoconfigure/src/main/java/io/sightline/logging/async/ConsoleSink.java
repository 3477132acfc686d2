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

package io.sightline.logging.async;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Delivers to the console with one write a batch instead of one an event. It goes past
 * the appender's lock, so that a console that blocks cannot also block whoever stops the
 * appender.
 */
final class ConsoleSink implements Sink {

	private static final int MAX_BUFFER = 64 * 1024;

	private final ConsoleAppender<ILoggingEvent> appender;

	private ByteArrayOutputStream buffer = new ByteArrayOutputStream(MAX_BUFFER);

	ConsoleSink(ConsoleAppender<ILoggingEvent> appender) {
		this.appender = appender;
	}

	@Override
	public void write(ILoggingEvent event) {
		if (!this.appender.isStarted() || this.appender.getFilterChainDecision(event) == FilterReply.DENY) {
			return;
		}
		byte[] line = this.appender.getEncoder().encode(event);
		if (line != null) {
			this.buffer.write(line, 0, line.length);
		}
		if (this.buffer.size() >= MAX_BUFFER) {
			flush();
		}
	}

	@Override
	public int flush() {
		OutputStream stream = this.appender.getOutputStream();
		if (this.buffer.size() > 0 && stream != null) {
			byte[] lines = this.buffer.toByteArray();
			if (lines.length > 2 * MAX_BUFFER) {
				this.buffer = new ByteArrayOutputStream(MAX_BUFFER);
			}
			this.buffer.reset();
			try {
				stream.write(lines);
				stream.flush();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return 0;
	}

	@Override
	public void stop() {
		this.appender.stop();
	}

}
