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

import io.sightline.samples.common.peer.Peer;
import io.sightline.samples.common.peer.Peers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Component;

@Component
class PriceClient {

	private static final Logger log = LoggerFactory.getLogger(PriceClient.class);

	private final Peer peer;

	PriceClient(Peers peers) {
		this.peer = peers.payment();
	}

	@Cacheable("prices")
	Price price(String itemId) {
		Price price = this.peer
			.fetch((client) -> client.get().uri("/prices/{itemId}", itemId).retrieve().body(Price.class));
		log.info("Price of {} is {} {}", itemId, price.amount(), price.currency());
		return price;
	}

}
