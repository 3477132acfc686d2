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

package io.sightline.health.check;

import io.sightline.health.Thresholds;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How full a queue is.
 */
public final class QueueHealthIndicator implements HealthIndicator {

	private final QueueDepth queue;

	private final Thresholds thresholds;

	/**
	 * Creates an indicator.
	 * @param queue the queue
	 * @param thresholds from which share on it is too full
	 */
	public QueueHealthIndicator(QueueDepth queue, Thresholds thresholds) {
		this.queue = queue;
		this.thresholds = thresholds;
	}

	@Override
	public Health health() {
		long size = this.queue.size();
		long capacity = this.queue.capacity();
		double fill = (capacity > 0) ? size / (double) capacity : 0;
		return Health.status(this.thresholds.status(fill))
			.withDetail("size", size)
			.withDetail("capacity", capacity)
			.build();
	}

}
