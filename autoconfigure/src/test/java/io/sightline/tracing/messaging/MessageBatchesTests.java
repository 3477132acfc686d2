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
import io.micrometer.observation.tck.TestObservationRegistry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessageBatchesTests {

	private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

	private final MessageBatches batches = new MessageBatches(TestObservationRegistry::create,
			W3CTraceContextPropagator::getInstance);

	@Test
	void linksToWhomItCanRead() {
		Observation observation = this.batches.observe("kafka", "orders", List.of(PARENT, "broken", "none"),
				(message, name) -> {
					if ("broken".equals(message)) {
						throw new IllegalStateException(message);
					}
					return "traceparent".equals(name) ? message : null;
				});
		assertThat(((MessageBatch) observation.getContext()).senders()).singleElement()
			.satisfies((sender) -> assertThat(sender.getTraceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736"));
	}

}
