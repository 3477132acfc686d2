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

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Fills up what runs low.
 */
@Component
class Restocking {

	private static final Logger log = LoggerFactory.getLogger(Restocking.class);

	private final RestockQueue queue;

	private final ItemRepository items;

	Restocking(RestockQueue queue, ItemRepository items) {
		this.queue = queue;
		this.items = items;
	}

	@Scheduled(fixedDelayString = "${sample.inventory.restock-interval}",
			initialDelayString = "${sample.inventory.restock-interval}")
	void restock() {
		for (String item = this.queue.poll(); item != null; item = this.queue.poll()) {
			if (this.items.restock(item) == 1) {
				log.info("Restocked {}", item);
			}
		}
	}

}
