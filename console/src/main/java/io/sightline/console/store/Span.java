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

package io.sightline.console.store;

import java.util.List;
import java.util.Map;

/**
 * A span.
 *
 * @param traceId the trace, 32 hexadecimal digits
 * @param spanId the span, 16 hexadecimal digits
 * @param parentId the span above, empty at the root
 * @param origin who recorded it
 * @param name its name
 * @param kind its kind
 * @param startNanos when it began, since the epoch
 * @param durationNanos how long it took
 * @param failed whether it ended in an error
 * @param statusMessage what it said about its end, or empty
 * @param attributes its attributes: texts, longs, doubles and booleans
 * @param events what happened meanwhile
 */
public record Span(String traceId, String spanId, String parentId, Origin origin, String name, Kind kind,
		long startNanos, long durationNanos, boolean failed, String statusMessage, Map<String, Object> attributes,
		List<Event> events) {

	public Span {
		attributes = Map.copyOf(attributes);
		events = List.copyOf(events);
	}

	/**
	 * Return whether this is a unit of work: something that came from outside, or began
	 * here.
	 * @return whether questions about events are about this span
	 */
	boolean isUnit() {
		return this.kind == Kind.SERVER || this.kind == Kind.CONSUMER || this.parentId.isEmpty();
	}

	/**
	 * The kinds of spans.
	 */
	public enum Kind {

		/** Something inside of a service. */
		INTERNAL,
		/** A request received. */
		SERVER,
		/** A request sent. */
		CLIENT,
		/** A message sent. */
		PRODUCER,
		/** A message received. */
		CONSUMER

	}

	/**
	 * Something that happened during a span.
	 *
	 * @param name what
	 * @param timeNanos when, since the epoch
	 * @param attributes more about it
	 */
	public record Event(String name, long timeNanos, Map<String, Object> attributes) {

		public Event {
			attributes = Map.copyOf(attributes);
		}

	}

}
