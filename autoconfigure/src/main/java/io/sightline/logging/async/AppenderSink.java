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

import java.io.IOException;
import java.io.OutputStream;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;

/**
 * Delivers to an appender as the application configured it. A file is flushed once a
 * batch. Logback says nothing to its caller when a file cannot be written, but tells its
 * status listeners: an error when it begins, and an information when it is over.
 */
final class AppenderSink implements Sink, StatusListener {

	private final Appender<ILoggingEvent> appender;

	private int unflushed;

	private boolean failing;

	AppenderSink(Appender<ILoggingEvent> appender) {
		this.appender = appender;
		if (appender instanceof FileAppender<ILoggingEvent> file) {
			file.setImmediateFlush(false);
			appender.getContext().getStatusManager().add(this);
		}
	}

	@Override
	public void addStatusEvent(Status status) {
		if (this.appender instanceof FileAppender<ILoggingEvent> file && status.getOrigin() == file.getOutputStream()) {
			this.failing = status.getLevel() == Status.ERROR;
		}
	}

	@Override
	public void write(ILoggingEvent event) {
		this.appender.doAppend(event);
		this.unflushed++;
	}

	@Override
	public int flush() {
		int written = this.unflushed;
		this.unflushed = 0;
		if (written == 0 || !(this.appender instanceof FileAppender<ILoggingEvent> file)) {
			return 0;
		}
		OutputStream stream = file.getOutputStream();
		try {
			if (stream != null) {
				stream.flush();
			}
		}
		catch (IOException ex) {
			return written;
		}
		return this.failing ? written : 0;
	}

	@Override
	public void stop() {
		this.appender.stop();
		this.appender.getContext().getStatusManager().remove(this);
	}

}
