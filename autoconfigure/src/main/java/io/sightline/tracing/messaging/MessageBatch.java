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

package io.sightline.tracing.messaging;

import java.util.List;

import io.micrometer.observation.Observation;
import io.opentelemetry.api.trace.SpanContext;

/**
 * Messages that a listener gets at once. They come from different traces, so that none of
 * them is the parent of what the listener does.
 */
public final class MessageBatch extends Observation.Context {

	private final String system;

	private final String destination;

	private final int size;

	private final List<SpanContext> senders;

	/**
	 * Creates a batch.
	 * @param system the system that delivers
	 * @param destination where the messages come from, or an empty text if it is several
	 * @param size the number of messages
	 * @param senders the spans that sent them, as far as known
	 */
	public MessageBatch(String system, String destination, int size, List<SpanContext> senders) {
		this.system = system;
		this.destination = destination;
		this.size = size;
		this.senders = List.copyOf(senders);
	}

	String system() {
		return this.system;
	}

	String destination() {
		return this.destination;
	}

	int size() {
		return this.size;
	}

	List<SpanContext> senders() {
		return this.senders;
	}

}
