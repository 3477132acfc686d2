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

package io.sightline.logging.otlp;

import java.util.List;
import java.util.Map;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.opentelemetry.sdk.logs.LogLimits;
import io.opentelemetry.sdk.resources.Resource;
import io.sightline.identity.ServiceIdentity;
import io.sightline.logging.CapturedEvent;
import io.sightline.logging.LogFormat;
import io.sightline.logging.json.JsonLine;
import io.sightline.logging.json.LineOptions;
import io.sightline.logging.json.TextPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Events and what makes records of them.
 */
final class Events {

	private static final LoggerContext CONTEXT = context();

	private Events() {
	}

	private static LoggerContext context() {
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(new LogbackMDCAdapter());
		return context;
	}

	static CapturedEvent of(String logger, String message, @Nullable Throwable error, KeyValuePair... pairs) {
		LoggingEvent event = event(logger, Level.WARN, message, error);
		event.setKeyValuePairs(List.of(pairs));
		return CapturedEvent.of(event);
	}

	static CapturedEvent unimportant(String message) {
		return CapturedEvent.of(event("shop", Level.INFO, message, null));
	}

	private static LoggingEvent event(String logger, Level level, String message, @Nullable Throwable error) {
		return new LoggingEvent(Events.class.getName(), CONTEXT.getLogger(logger), level, message, error, null);
	}

	static LogRecords records(TextPolicy policy) {
		JsonLine lines = JsonLine.create(new ServiceIdentity("", "", "", "", Map.of()), new LineOptions(LogFormat.OTEL,
				false, 1_000, 1_000, 10_000, new LineOptions.FieldChanges(Map.of(), Set.of(), Map.of())), policy);
		return new LogRecords(lines, Resource.getDefault(), LogLimits.getDefault());
	}

}
