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

package io.sightline.logging;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import io.sightline.context.CurrentTrace;
import io.sightline.context.LogContext;
import io.sightline.context.LogMarkers;
import io.sightline.context.RequestContext;
import io.sightline.context.TraceIds;
import io.sightline.context.WideEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/**
 * A log event with what surrounded it when it happened: the request and the trace of the
 * thread that logged it. What another thread makes of the event later is the same as what
 * the logging thread would have made of it.
 */
public final class CapturedEvent implements ILoggingEvent {

	/**
	 * Name of the object of a logging context that says that lines tell their caller: it
	 * has to be found by the thread that logs.
	 */
	public static final String INCLUDE_CALLER = "io.sightline.logging.include-caller";

	private final ILoggingEvent event;

	private final @Nullable RequestContext request;

	private final @Nullable TraceIds trace;

	private final Map<String, Object> contextValues;

	private @Nullable String rendered;

	private long renderedLength;

	private CapturedEvent(ILoggingEvent event, @Nullable RequestContext request, @Nullable TraceIds trace,
			Map<String, Object> contextValues) {
		this.event = event;
		this.request = request;
		this.trace = trace;
		this.contextValues = contextValues;
	}

	/**
	 * Captures the surroundings of an event. To be called by the thread that logs.
	 * @param event the event
	 * @return the event with its surroundings; the event itself if it has them already
	 */
	public static CapturedEvent of(ILoggingEvent event) {
		if (event instanceof CapturedEvent captured) {
			return captured;
		}
		if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
			WideEvent.current().logged(event, event.getLevel().isGreaterOrEqual(Level.ERROR));
		}
		RequestContext request = RequestContext.current();
		return new CapturedEvent(event, request, CurrentTrace.find(request), LogContext.current());
	}

	/**
	 * The request that the event belongs to.
	 * @return the request, or {@code null} outside of one
	 */
	public @Nullable RequestContext request() {
		return this.request;
	}

	/**
	 * The span that the event belongs to.
	 * @return its ids, or {@code null} outside of a trace
	 */
	public @Nullable TraceIds trace() {
		return this.trace;
	}

	/**
	 * Whether the event is worth waiting for: a warning, an error or for the record.
	 * @return {@code true} if it must not be lost for want of room
	 */
	public boolean isImportant() {
		List<Marker> markers = getMarkerList();
		return getLevel().isGreaterOrEqual(Level.WARN) || (markers != null && markers.contains(LogMarkers.AUDIT));
	}

	/**
	 * What the application put into the {@link LogContext}.
	 * @return the values, immutable
	 */
	public Map<String, Object> contextValues() {
		return this.contextValues;
	}

	/**
	 * The message as it was when the event happened.
	 * @return the message, perhaps cut, or {@code null} if it is not rendered yet
	 */
	public @Nullable String rendered() {
		return this.rendered;
	}

	/**
	 * How long the message was before it was cut.
	 * @return the length, in characters
	 */
	public long renderedLength() {
		return this.renderedLength;
	}

	/**
	 * Keeps the message, before its arguments can change. To be called by the thread that
	 * logs.
	 * @param message the message, perhaps cut
	 * @param length its length before
	 */
	public void rendered(String message, long length) {
		this.rendered = message;
		this.renderedLength = length;
	}

	@Override
	public String getThreadName() {
		return this.event.getThreadName();
	}

	@Override
	public Level getLevel() {
		return this.event.getLevel();
	}

	@Override
	public String getMessage() {
		return this.event.getMessage();
	}

	@Override
	public Object @Nullable [] getArgumentArray() {
		return this.event.getArgumentArray();
	}

	@Override
	public String getFormattedMessage() {
		return (this.rendered != null) ? this.rendered : this.event.getFormattedMessage();
	}

	@Override
	public String getLoggerName() {
		return this.event.getLoggerName();
	}

	@Override
	public LoggerContextVO getLoggerContextVO() {
		return this.event.getLoggerContextVO();
	}

	@Override
	public @Nullable IThrowableProxy getThrowableProxy() {
		return this.event.getThrowableProxy();
	}

	@Override
	public StackTraceElement[] getCallerData() {
		return this.event.getCallerData();
	}

	@Override
	public boolean hasCallerData() {
		return this.event.hasCallerData();
	}

	@Override
	public @Nullable List<Marker> getMarkerList() {
		return this.event.getMarkerList();
	}

	@Override
	public Map<String, String> getMDCPropertyMap() {
		return this.event.getMDCPropertyMap();
	}

	@Override
	@Deprecated
	public Map<String, String> getMdc() {
		return this.event.getMDCPropertyMap();
	}

	@Override
	public long getTimeStamp() {
		return this.event.getTimeStamp();
	}

	@Override
	public int getNanoseconds() {
		return this.event.getNanoseconds();
	}

	@Override
	public Instant getInstant() {
		return this.event.getInstant();
	}

	@Override
	public long getSequenceNumber() {
		return this.event.getSequenceNumber();
	}

	@Override
	public @Nullable List<KeyValuePair> getKeyValuePairs() {
		return this.event.getKeyValuePairs();
	}

	@Override
	public void prepareForDeferredProcessing() {
		this.event.prepareForDeferredProcessing();
	}

}
