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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.spi.ContextAwareBase;
import io.sightline.identity.ServiceIdentity;
import io.sightline.logging.CapturedEvent;
import net.logstash.logback.composite.JsonProvider;
import net.logstash.logback.composite.loggingevent.LoggingEventCompositeJsonFormatter;

/**
 * Encodes one event as one line of JSON. The buffer of a thread is reused while it is
 * small. Safe for use by multiple threads.
 */
public final class JsonLine {

	private static final int BUFFER = 1024;

	private static final int MAX_REUSED_BUFFER = 16 * 1024;

	private final LoggingEventCompositeJsonFormatter formatter;

	private final ThreadLocal<ByteArrayOutputStream> buffers = ThreadLocal
		.withInitial(() -> new ByteArrayOutputStream(BUFFER));

	private JsonLine(LoggerContext context, Iterable<? extends JsonProvider<ILoggingEvent>> providers) {
		ContextAwareBase origin = new ContextAwareBase();
		origin.setContext(context);
		this.formatter = new LoggingEventCompositeJsonFormatter(origin);
		this.formatter.setContext(context);
		// Values are copied to plain ones before they are written: no module is needed.
		this.formatter.setFindAndRegisterJacksonModules(false);
		providers.forEach(this.formatter.getProviders()::addProvider);
		this.formatter.start();
	}

	/**
	 * Creates an encoder of lines with the fields of the {@code json} format.
	 * @param context the logging context, told of problems of the encoder
	 * @param identity who writes the lines
	 * @param maxMessageLength the longest message, in characters
	 * @param maxStackTraceLength the longest stack trace, in characters
	 * @return the encoder
	 */
	public static JsonLine create(LoggerContext context, ServiceIdentity identity, int maxMessageLength,
			int maxStackTraceLength) {
		return new JsonLine(context,
				List.of(new EventProvider(maxMessageLength), new IdentityProvider(identity), new TraceProvider(),
						new RequestProvider(), new ErrorProvider(maxStackTraceLength), new CustomFieldsProvider(),
						new ContextValuesProvider()));
	}

	/**
	 * Encodes an event.
	 * @param event the event
	 * @return the line in UTF-8, ended by a line feed
	 * @throws IOException never, as nothing but memory is written to
	 */
	public byte[] encode(ILoggingEvent event) throws IOException {
		ByteArrayOutputStream buffer = this.buffers.get();
		try {
			this.formatter.writeEvent(CapturedEvent.of(event), buffer);
			buffer.write('\n');
			return buffer.toByteArray();
		}
		finally {
			if (buffer.size() > MAX_REUSED_BUFFER) {
				this.buffers.remove();
			}
			buffer.reset();
		}
	}

}
