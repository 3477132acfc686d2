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

package io.sightline.test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.FilterReply;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.sightline.context.TraceIds;
import io.sightline.logging.CapturedEvent;
import io.sightline.logging.async.AsyncDelivery;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lines that the application's appenders write to the tests that they belong
 * to. It is delivered to as they are, so it sees what gets through, and lets their own
 * encoders write.
 */
final class LogTap extends UnsynchronizedAppenderBase<ILoggingEvent> {

	private static final String NAME = "SIGHTLINE_TEST";

	private final TestRuns runs;

	private final List<OutputStreamAppender<ILoggingEvent>> appenders;

	LogTap(TestRuns runs, List<OutputStreamAppender<ILoggingEvent>> appenders) {
		this.runs = runs;
		this.appenders = List.copyOf(appenders);
	}

	/**
	 * Installs a tap unless there is one. When logging is set up anew, what there was is
	 * stopped.
	 */
	static void install(LoggerContext logging) {
		if (logging.getObject(NAME) instanceof LogTap present && present.isStarted()) {
			return;
		}
		Logger root = logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		List<OutputStreamAppender<ILoggingEvent>> appenders = new ArrayList<>();
		root.iteratorForAppenders().forEachRemaining((appender) -> add(appender, appenders));
		LogTap tap = new LogTap(TestRuns.JVM, appenders);
		tap.setContext(logging);
		tap.setName(NAME);
		tap.start();
		root.addAppender(tap);
		logging.putObject(NAME, tap);
	}

	private static void add(Appender<ILoggingEvent> appender, List<OutputStreamAppender<ILoggingEvent>> appenders) {
		if (appender instanceof OutputStreamAppender<ILoggingEvent> writing) {
			appenders.add(writing);
		}
	}

	/**
	 * Whether nothing waits to be delivered.
	 */
	static boolean isDrained() {
		return !(org.slf4j.LoggerFactory.getILoggerFactory() instanceof LoggerContext logging
				&& logging.getObject(AsyncDelivery.class.getName()) instanceof AsyncDelivery delivery
				&& delivery.ledger().queued() > 0);
	}

	@Override
	protected void append(ILoggingEvent event) {
		TestRun run = this.runs.isIdle() ? null : owner(event);
		if (run != null) {
			run.add(LogLine.of(event, encode(event)));
		}
	}

	private @Nullable TestRun owner(ILoggingEvent event) {
		String traceId = traceId(event);
		if (traceId != null) {
			return this.runs.ofTrace(traceId);
		}
		TestRun mine = this.runs.onThread(event.getThreadName(), event.getInstant());
		return (mine != null) ? mine : this.runs.onlyOne(event.getInstant());
	}

	private static @Nullable String traceId(ILoggingEvent event) {
		if (event instanceof CapturedEvent captured) {
			TraceIds trace = captured.trace();
			return (trace != null) ? trace.traceId() : null;
		}
		SpanContext span = Span.current().getSpanContext();
		return span.isValid() ? span.getTraceId() : null;
	}

	private List<String> encode(ILoggingEvent event) {
		List<String> lines = new ArrayList<>();
		for (OutputStreamAppender<ILoggingEvent> appender : this.appenders) {
			if (appender.getFilterChainDecision(event) != FilterReply.DENY) {
				byte[] line = appender.getEncoder().encode(event);
				lines.add(new String((line != null) ? line : new byte[0], StandardCharsets.UTF_8).stripTrailing());
			}
		}
		return lines;
	}

}
