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

import java.time.Duration;
import java.util.Map;

/**
 * A span as a service reported it.
 *
 * @param traceId the trace it belongs to, lower-case hex
 * @param spanId its own id, lower-case hex
 * @param parentId the id of its parent, empty for none
 * @param service the name of the service that made it
 * @param name what it names itself
 * @param kind its kind
 * @param startNanos when it started, in nanoseconds since the epoch
 * @param endNanos when it ended, in nanoseconds since the epoch
 * @param failed whether its status is an error
 * @param attributes its attributes as text
 */
public record Span(String traceId, String spanId, String parentId, String service, String name, Kind kind,
		long startNanos, long endNanos, boolean failed, Map<String, String> attributes) {

	public Span {
		attributes = Map.copyOf(attributes);
	}

	/**
	 * Return how long the span took.
	 * @return its duration
	 */
	public Duration duration() {
		return Duration.ofNanos(this.endNanos - this.startNanos);
	}

	/**
	 * The role of a span in a call.
	 */
	public enum Kind {

		/**
		 * Work inside a service.
		 */
		INTERNAL,

		/**
		 * The called side of a call.
		 */
		SERVER,

		/**
		 * The calling side of a call.
		 */
		CLIENT,

		/**
		 * The sending side of a message.
		 */
		PRODUCER,

		/**
		 * The receiving side of a message.
		 */
		CONSUMER

	}

}
