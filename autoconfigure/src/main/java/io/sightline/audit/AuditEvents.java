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

package io.sightline.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import io.sightline.context.LogMarkers;
import io.sightline.context.RequestContext;
import io.sightline.redaction.RedactionPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records who did what: <pre class="code">
 * audit.event("payment_created").with("payment.id", id).with("amount", amount).record();
 * </pre> Each event is one line of the logger {@value #LOGGER} with the request and the
 * trace it belongs to, which is never sampled and is delivered like an error; and it is
 * handed to Spring Boot's audit support where there is one. Safe for use by multiple
 * threads.
 */
public final class AuditEvents {

	/**
	 * The name of the logger.
	 */
	public static final String LOGGER = "sightline.audit";

	/**
	 * The principal of an event of whom nothing is known.
	 */
	public static final String UNKNOWN = "unknown";

	private static final Logger EVENTS = LoggerFactory.getLogger(LOGGER);

	private static final Logger LOG = LoggerFactory.getLogger(AuditEvents.class);

	private static final Set<String> OURS = Set.of("event_type", "principal");

	private final Supplier<@Nullable String> principal;

	private final List<AuditSink> sinks;

	private final RedactionPolicy redaction;

	/**
	 * Creates a recorder.
	 * @param principal tells who is authenticated on the current thread
	 * @param sinks where events go beside the log
	 * @param redaction decides what the sinks must not get
	 */
	public AuditEvents(Supplier<@Nullable String> principal, List<AuditSink> sinks, RedactionPolicy redaction) {
		this.principal = principal;
		this.sinks = List.copyOf(sinks);
		this.redaction = redaction;
	}

	/**
	 * Records an event of the current user.
	 * @param type what happened, such as {@code payment_created}
	 * @param data what is to be known about it; {@code null} values are left out
	 */
	public void record(String type, Map<String, ? extends @Nullable Object> data) {
		Event event = event(type);
		data.forEach(event::with);
		event.record();
	}

	/**
	 * Starts an event of the current user.
	 * @param type what happened, such as {@code payment_created}
	 * @return the event, which is recorded when asked to
	 */
	public Event event(String type) {
		return new Event(type);
	}

	private String currentPrincipal() {
		String current = this.principal.get();
		RequestContext request = RequestContext.current();
		if (current == null && request != null) {
			current = request.userId();
		}
		return (current != null) ? current : UNKNOWN;
	}

	private void record(String type, String principal, Map<String, Object> data) {
		var line = EVENTS.atInfo()
			.addMarker(LogMarkers.AUDIT)
			.addKeyValue("event_type", type)
			.addKeyValue("principal", principal);
		for (Map.Entry<String, Object> entry : data.entrySet()) {
			String name = entry.getKey();
			line = line.addKeyValue(OURS.contains(name) ? "app_" + name : name, entry.getValue());
		}
		line.log(type);
		this.sinks.forEach((sink) -> pass(sink, type, principal, redact(data)));
	}

	private Map<String, Object> redact(Map<String, Object> data) {
		Map<String, Object> redacted = new LinkedHashMap<>();
		data.forEach((name, value) -> {
			Object safe = this.redaction.value(name, value);
			if (safe != null) {
				redacted.put(name, safe);
			}
		});
		return redacted;
	}

	private static void pass(AuditSink sink, String type, String principal, Map<String, Object> data) {
		try {
			sink.accept(type, principal, data);
		}
		catch (RuntimeException ex) {
			LOG.error("An audit event of type '{}' is in the log only: {} failed", type, sink.getClass().getName(), ex);
		}
	}

	/**
	 * An event that is being put together by one thread.
	 */
	public final class Event {

		private final String type;

		private final Map<String, Object> data = new LinkedHashMap<>();

		private @Nullable String principal;

		private Event(String type) {
			this.type = type;
		}

		/**
		 * Adds what is to be known about the event.
		 * @param name the name
		 * @param value the value, {@code null} to leave it out
		 * @return this event
		 */
		public Event with(String name, @Nullable Object value) {
			if (value != null) {
				this.data.put(name, value);
			}
			return this;
		}

		/**
		 * Sets who did it, instead of the current user.
		 * @param principal who did it
		 * @return this event
		 */
		public Event by(String principal) {
			this.principal = principal;
			return this;
		}

		/**
		 * Records the event.
		 */
		public void record() {
			AuditEvents.this.record(this.type,
					Objects.requireNonNullElseGet(this.principal, AuditEvents.this::currentPrincipal), this.data);
		}

	}

}
