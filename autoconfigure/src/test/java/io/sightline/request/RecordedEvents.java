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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.sightline.context.RequestContext;
import io.sightline.context.TraceIds;
import io.sightline.logging.CapturedEvent;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The events that a logger wrote, with what surrounded them.
 */
public final class RecordedEvents extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final List<CapturedEvent> events = new CopyOnWriteArrayList<>();

	private final Logger logger;

	private RecordedEvents(String logger) {
		this.logger = (Logger) LoggerFactory.getLogger(logger);
	}

	public static RecordedEvents from(String logger) {
		RecordedEvents recorded = new RecordedEvents(logger);
		recorded.setContext(recorded.logger.getLoggerContext());
		recorded.start();
		recorded.logger.addAppender(recorded);
		return recorded;
	}

	@Override
	protected void append(ILoggingEvent event) {
		event.prepareForDeferredProcessing();
		this.events.add(CapturedEvent.of(event));
	}

	/**
	 * The events that were written for one request. One that comes later than the
	 * response is waited for.
	 */
	public List<CapturedEvent> of(String path, int count) {
		return await().atMost(Duration.ofSeconds(15)).until(() -> of(path), (found) -> found.size() >= count);
	}

	/**
	 * The fields of the first event of a type, once it is written.
	 */
	public Map<String, Object> awaitType(String type) {
		return await().atMost(Duration.ofSeconds(15))
			.until(() -> this.events.stream().map(RecordedEvents::fields).toList(),
					(found) -> found.stream().anyMatch((fields) -> type.equals(fields.get("event_type"))))
			.stream()
			.filter((fields) -> type.equals(fields.get("event_type")))
			.findFirst()
			.orElseThrow();
	}

	public CapturedEvent only(String path) {
		List<CapturedEvent> found = of(path, 1);
		assertThat(found).hasSize(1);
		return found.get(0);
	}

	public List<CapturedEvent> of(String path) {
		return this.events.stream()
			.filter((event) -> event.request() != null && path.equals(event.request().path()))
			.toList();
	}

	public List<CapturedEvent> all() {
		return this.events;
	}

	public static Map<String, Object> fields(CapturedEvent event) {
		return Objects.requireNonNull(event.getKeyValuePairs())
			.stream()
			.collect(Collectors.toMap((pair) -> pair.key, (pair) -> String.valueOf(pair.value)));
	}

	public static RequestContext request(CapturedEvent event) {
		return Objects.requireNonNull(event.request());
	}

	public static TraceIds trace(CapturedEvent event) {
		return Objects.requireNonNull(event.trace());
	}

	@Override
	public void close() {
		this.logger.detachAppender(this);
	}

}
