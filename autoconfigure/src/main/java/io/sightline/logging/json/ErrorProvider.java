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

package io.sightline.logging.json;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import io.sightline.logging.CapturedEvent;
import net.logstash.logback.stacktrace.ShortenedThrowableConverter;
import net.logstash.logback.stacktrace.StackHasher;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What went wrong: type and message, the stack trace with its root cause first and of
 * bounded size, and a hash that is equal for equal errors.
 */
final class ErrorProvider extends LineProvider {

	private static final int MAX_MESSAGE_LENGTH = 4 * 1024;

	private final ShortenedThrowableConverter stackTraces = new ShortenedThrowableConverter();

	private final StackHasher hasher = new StackHasher();

	ErrorProvider(int maxStackTraceLength) {
		this.stackTraces.setRootCauseFirst(true);
		this.stackTraces.setMaxLength(maxStackTraceLength);
		this.stackTraces.setMaxDepthPerThrowable(60);
	}

	@Override
	public void start() {
		this.stackTraces.start();
		super.start();
	}

	@Override
	public void stop() {
		super.stop();
		this.stackTraces.stop();
	}

	@Override
	void write(JsonGenerator json, CapturedEvent event) {
		IThrowableProxy error = event.getThrowableProxy();
		if (error == null) {
			return;
		}
		field(json, LogFields.ERROR_TYPE, error.getClassName());
		String message = error.getMessage();
		field(json, LogFields.ERROR_MESSAGE, (message != null) ? SafeText.cut(message, MAX_MESSAGE_LENGTH) : null);
		field(json, LogFields.STACK_TRACE, this.stackTraces.convert(event));
		field(json, LogFields.ERROR_HASH, hash(error));
	}

	private @Nullable String hash(IThrowableProxy error) {
		return (error instanceof ThrowableProxy proxy) ? this.hasher.hexHash(proxy.getThrowable()) : null;
	}

}
