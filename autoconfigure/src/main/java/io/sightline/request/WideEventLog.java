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

package io.sightline.request;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.sightline.context.CompletedRequest;
import io.sightline.context.RequestContext;
import io.sightline.context.WideEventContributor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes one event for each request, when it is over: at INFO, at WARN if it was slow, at
 * ERROR if the service failed. Requests that are noise are told only if they fail.
 */
public final class WideEventLog implements RequestLog {

	/**
	 * The name of the logger.
	 */
	public static final String LOGGER = "sightline.request";

	private static final Logger REQUESTS = LoggerFactory.getLogger(LOGGER);

	private static final Logger LOG = LoggerFactory.getLogger(WideEventLog.class);

	/**
	 * When the JVM started, by the monotonic clock. Asked once: asking the JVM costs as
	 * much as writing the event.
	 */
	private static final long STARTED = System.nanoTime()
			- TimeUnit.MILLISECONDS.toNanos(ManagementFactory.getRuntimeMXBean().getUptime());

	private static final int UNAVAILABLE = 503;

	private final long slowNanos;

	private final boolean logStart;

	private final List<WideEventContributor> contributors;

	private final Set<Class<?>> failing = ConcurrentHashMap.newKeySet();

	/**
	 * Creates the log.
	 * @param slowThreshold from when on a request is slow
	 * @param logStart whether the start of a request is told, too
	 * @param contributors add to every event
	 */
	public WideEventLog(Duration slowThreshold, boolean logStart, List<WideEventContributor> contributors) {
		this.slowNanos = slowThreshold.toNanos();
		this.logStart = logStart;
		this.contributors = List.copyOf(contributors);
	}

	@Override
	public void started(RequestContext request) {
		if (this.logStart && !request.isNoise()) {
			try (RequestContext.Scope scope = request.open()) {
				REQUESTS.atInfo()
					.addKeyValue("event_type", "http_request_start")
					.log(request.method() + ' ' + request.path());
			}
		}
	}

	@Override
	public void ended(RequestContext request, RequestResult result) {
		if (!request.end()) {
			return;
		}
		long nanos = request.elapsedNanos();
		Level level = level(request, result, nanos);
		if (request.isNoise() && (level != Level.ERROR || isDown(request, result))) {
			return;
		}
		try (RequestContext.Scope scope = request.open()) {
			// Also for an event that nobody reads: contributors may count.
			contribute(request, result, nanos);
			if (REQUESTS.isEnabledForLevel(level)) {
				write(level, request, result, nanos);
			}
		}
		catch (Exception | StackOverflowError ex) {
			LOG.debug("Unable to write the event of a request", ex);
		}
	}

	/**
	 * Whether a check said that something is down, which is its business and is told when
	 * it changes, not at each probe.
	 */
	private static boolean isDown(RequestContext request, RequestResult result) {
		return result.status() == UNAVAILABLE && !request.isFailed();
	}

	private Level level(RequestContext request, RequestResult result, long nanos) {
		if (result.status() >= 500 || (request.isFailed() && !result.aborted())) {
			return Level.ERROR;
		}
		return (nanos >= this.slowNanos && !result.stream()) ? Level.WARN : Level.INFO;
	}

	private void contribute(RequestContext request, RequestResult result, long nanos) {
		if (!this.contributors.isEmpty()) {
			CompletedRequest completed = new CompletedRequest(request, result.status(), result.outcome(),
					Duration.ofNanos(nanos), request.error());
			this.contributors.forEach((contributor) -> contribute(contributor, completed));
		}
	}

	private void write(Level level, RequestContext request, RequestResult result, long nanos) {
		new WideEventFields(REQUESTS.atLevel(level)).add("event_type", "http_request")
			.addKnown("status_code", result.status(), 0)
			.add("outcome", result.outcome())
			.add("duration_ms", WideEventFields.millis(nanos))
			.addKnown("request_length", result.requestLength(), -1)
			.addKnown("content_length", result.contentLength(), -1)
			.error(request.error())
			.counters(request.wideEvent().counters())
			.add("uptime_seconds", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - STARTED))
			.attributes(request.wideEvent())
			.log(WideEventFields.summary(request, result, nanos));
	}

	private void contribute(WideEventContributor contributor, CompletedRequest request) {
		try {
			contributor.contribute(request.context().wideEvent(), request);
		}
		catch (Exception | LinkageError | StackOverflowError ex) {
			if (this.failing.add(contributor.getClass())) {
				LOG.warn("{} failed and its part of the requests' events is missing; told once",
						contributor.getClass().getName(), ex);
			}
		}
	}

}
