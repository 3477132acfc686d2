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

package io.sightline.samples.inventory;

import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.metrics.Queues;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RestockQueueTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final RestockQueue queue = new RestockQueue(new Queues(this.registry));

	@Test
	void takesItemsThatRunLowOnce() {
		this.queue.offerIfLow(item("a", 4));
		this.queue.offerIfLow(item("a", 3));
		this.queue.offerIfLow(item("b", 5));
		assertThat(size()).isEqualTo(1);
	}

	@Test
	void staysBounded() {
		IntStream.range(0, 200).forEach((number) -> this.queue.offerIfLow(item("item" + number, 0)));
		assertThat(size()).isEqualTo(100);
	}

	@Test
	void shrinksWhenPolled() {
		this.queue.offerIfLow(item("a", 0));
		assertThat(this.queue.poll()).isEqualTo("a");
		assertThat(this.queue.poll()).isNull();
		assertThat(size()).isZero();
	}

	private double size() {
		return this.registry.get("queue.size").tag("queue", "restock").gauge().value();
	}

	private Item item(String id, int available) {
		return new Item(id, "Lamp", "lighting", available, 5, 10);
	}

}
