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

package io.sightline.logging.autoconfigure;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.sightline.identity.autoconfigure.ServiceIdentities;
import io.sightline.ledger.ItemSize;
import io.sightline.logging.CapturedEvent;
import io.sightline.logging.json.JsonLine;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.structured.StructuredLogFormatter;
import org.springframework.core.env.Environment;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * Boot's door to our log lines: set {@code logging.structured.format.console} (or
 * {@code .file}) to the name of this class. Sightline does so by default when
 * {@code sightline.logging.format} is not {@code text}.
 * <p>
 * Each line is one JSON object with the fields of the field reference, in UTF-8 and ended
 * by a line feed. Safe for use by multiple threads.
 */
public final class SightlineLogFormatter implements StructuredLogFormatter<ILoggingEvent> {

	private final JsonLine line;

	private final ItemSize size = new ItemSize();

	/**
	 * Creates a formatter; called by Boot's logging system.
	 * @param environment the environment, with the application's configuration loaded
	 */
	public SightlineLogFormatter(Environment environment) {
		LoggingProperties properties = Binder.get(environment)
			.bindOrCreate("sightline.logging", LoggingProperties.class);
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			context.putObject(SightlineLogFormatter.class.getName(), true);
			context.putObject(ItemSize.class.getName(), this.size);
			if (properties.includeCaller()) {
				context.putObject(CapturedEvent.INCLUDE_CALLER, true);
			}
		}
		this.line = LineEncoders.create(properties, ServiceIdentities.resolve(environment, new DefaultResourceLoader()),
				LogRedaction.from(environment));
	}

	@Override
	public String format(ILoggingEvent event) {
		return new String(encode(event), StandardCharsets.UTF_8);
	}

	/**
	 * Formats an event.
	 * @param event the event
	 * @param charset ignored: JSON is UTF-8 (RFC 8259, section 8.1)
	 * @return the line, ended by a line feed
	 */
	@Override
	public byte[] formatAsBytes(ILoggingEvent event, Charset charset) {
		return encode(event);
	}

	private byte[] encode(ILoggingEvent event) {
		byte[] encoded = this.line.encode(event);
		this.size.add(1, encoded.length);
		return encoded;
	}

}
