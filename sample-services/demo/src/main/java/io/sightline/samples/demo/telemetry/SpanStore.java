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

package io.sightline.samples.demo.telemetry;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds spans up to a limit. What comes after that is dropped and counted: the first
 * traffic is what the demo tells about.
 */
public final class SpanStore {

	private final int capacity;

	private final List<Span> spans = new ArrayList<>();

	private long dropped;

	/**
	 * Create an empty store.
	 * @param capacity how many spans to hold at most
	 */
	public SpanStore(int capacity) {
		this.capacity = capacity;
	}

	synchronized void add(List<Span> received) {
		int room = Math.min(this.capacity - this.spans.size(), received.size());
		this.spans.addAll(received.subList(0, room));
		this.dropped += received.size() - room;
	}

	/**
	 * Return everything held.
	 * @return the spans in the order of their arrival
	 */
	public synchronized List<Span> all() {
		return List.copyOf(this.spans);
	}

	/**
	 * Return one trace.
	 * @param traceId the trace
	 * @return its spans in the order of their arrival
	 */
	public synchronized List<Span> trace(String traceId) {
		return this.spans.stream().filter((span) -> span.traceId().equals(traceId)).toList();
	}

	/**
	 * Return how many spans found no room.
	 * @return the number dropped
	 */
	public synchronized long dropped() {
		return this.dropped;
	}

}
