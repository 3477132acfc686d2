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

package io.sightline.context;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The one event that sums up a unit of work, such as a request. The application adds what
 * it wants to ask about later: <pre class="code">
 * WideEvent.current().put("order.id", id).put("order.total", total);
 * </pre> Safe for use by multiple threads. At most {@value #MAX_ATTRIBUTES} attributes
 * are kept, each of bounded size; what is more is left out. Outside of a unit of work
 * everything is accepted and nothing is kept.
 */
public final class WideEvent {

	/**
	 * The most attributes that the application can add.
	 */
	public static final int MAX_ATTRIBUTES = 100;

	private static final WideEvent NONE = new WideEvent();

	private final WorkCounters counters = new WorkCounters();

	private @Nullable Map<String, Object> attributes;

	WideEvent() {
	}

	/**
	 * The event of what the current thread works on.
	 * @return the event; outside of a unit of work one that keeps nothing
	 */
	public static WideEvent current() {
		WorkContext work = WorkContext.current();
		if (work != null) {
			return work.wideEvent();
		}
		RequestContext request = RequestContext.current();
		return (request != null) ? request.wideEvent() : NONE;
	}

	/**
	 * Whether there is a unit of work: whether what is put here is kept.
	 * @return {@code false} for the event outside of any unit of work
	 */
	public boolean isPresent() {
		return this != NONE;
	}

	/**
	 * Adds an attribute, or replaces the one of the same name.
	 * @param name the name of the field
	 * @param value a number or boolean, written as such; or anything else, written as
	 * what its {@code toString()} says now; {@code null} adds nothing
	 * @return this event
	 */
	public WideEvent put(String name, @Nullable Object value) {
		if (value != null && isPresent()) {
			add(BoundedValues.name(name), BoundedValues.of(value));
		}
		return this;
	}

	private synchronized void add(String name, Object value) {
		Map<String, Object> current = this.attributes;
		if (current == null) {
			current = new LinkedHashMap<>();
			this.attributes = current;
		}
		if (current.size() < MAX_ATTRIBUTES || current.containsKey(name)) {
			current.put(name, value);
		}
	}

	/**
	 * What has been added.
	 * @return a copy
	 */
	public synchronized Map<String, Object> attributes() {
		return (this.attributes != null) ? new LinkedHashMap<>(this.attributes) : Map.of();
	}

	/**
	 * What the unit of work has done so far.
	 * @return the counters
	 */
	public WorkCounters counters() {
		return this.counters;
	}

	/**
	 * Counts a query of a database.
	 * @param nanos how long it took, in nanoseconds
	 */
	public void dbQuery(long nanos) {
		if (isPresent()) {
			this.counters.dbQuery(nanos);
		}
	}

	/**
	 * Counts an outgoing HTTP call.
	 * @param nanos how long it took, in nanoseconds
	 */
	public void httpClientCall(long nanos) {
		if (isPresent()) {
			this.counters.httpClientCall(nanos);
		}
	}

	/**
	 * Counts a log event of level WARN or ERROR. The last event is remembered, so that it
	 * may be reported by each of several appenders.
	 * @param event the event
	 * @param error whether its level is ERROR
	 */
	public void logged(Object event, boolean error) {
		if (isPresent()) {
			this.counters.logged(event, error);
		}
	}

}
