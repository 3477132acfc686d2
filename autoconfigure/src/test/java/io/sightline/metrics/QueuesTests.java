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

package io.sightline.metrics;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Queues}.
 */
class QueuesTests {

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final Queues queues = new Queues(this.registry);

	@Test
	void measuresSizeAndCapacity() {
		Queue<String> queue = this.queues.monitor("restock", new ArrayBlockingQueue<>(10));
		queue.add("item");
		assertThat(gauge("queue.size", "restock")).isEqualTo(1);
		assertThat(gauge("queue.capacity", "restock")).isEqualTo(10);
	}

	@Test
	void measuresNoCapacityWithoutBound() {
		Queue<String> linked = this.queues.monitor("mail", new LinkedBlockingQueue<>());
		Queue<String> plain = this.queues.monitor("print", new ArrayDeque<>());
		assertThat(this.registry.find("queue.capacity").gauges()).isEmpty();
		assertThat(gauge("queue.size", "mail")).isEqualTo(linked.size());
		assertThat(gauge("queue.size", "print")).isEqualTo(plain.size());
	}

	private double gauge(String name, String queue) {
		return this.registry.get(name).tag("queue", queue).gauge().value();
	}

}
