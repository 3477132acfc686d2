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

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import io.sightline.metrics.Queues;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Items that run low and wait to be restocked.
 */
@Component
class RestockQueue {

	private static final Logger log = LoggerFactory.getLogger(RestockQueue.class);

	private static final int CAPACITY = 100;

	private final BlockingQueue<String> queue;

	RestockQueue(Queues queues) {
		this.queue = queues.monitor("restock", new ArrayBlockingQueue<>(CAPACITY));
	}

	void offerIfLow(Item item) {
		if (!item.isLow() || this.queue.contains(item.id())) {
			return;
		}
		if (this.queue.offer(item.id())) {
			log.info("Item {} runs low: {} left", item.id(), item.available());
		}
		else {
			log.warn("Item {} runs low and the restock queue is full: it is queued with its next reservation",
					item.id());
		}
	}

	@Nullable String poll() {
		return this.queue.poll();
	}

}
