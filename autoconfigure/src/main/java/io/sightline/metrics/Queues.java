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

import java.util.Collection;
import java.util.concurrent.BlockingQueue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Measures queues of the application: {@code queue.size}, and {@code queue.capacity} for
 * those that have one, by {@code queue}. A queue that is no longer used is not kept.
 */
public final class Queues {

	private final MeterRegistry registry;

	/**
	 * Creates it.
	 * @param registry where the gauges are
	 */
	public Queues(MeterRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Measures a queue.
	 * @param <Q> the type of the queue
	 * @param name what the queue is called, one of few
	 * @param queue the queue, whose size must be safe to ask from any thread
	 * @return the queue
	 */
	public <Q extends Collection<?>> Q monitor(String name, Q queue) {
		Gauge.builder("queue.size", queue, Collection::size)
			.description("Elements that wait in a queue")
			.tag("queue", name)
			.register(this.registry);
		if (queue instanceof BlockingQueue<?> bounded && bounded.remainingCapacity() != Integer.MAX_VALUE) {
			Gauge.builder("queue.capacity", bounded, (source) -> source.size() + (double) source.remainingCapacity())
				.description("Elements that can wait in a queue")
				.tag("queue", name)
				.register(this.registry);
		}
		return queue;
	}

}
