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

package io.sightline.samples.user;

import io.sightline.samples.common.peer.Peer;
import io.sightline.samples.common.peer.Peers;

import org.springframework.stereotype.Component;

@Component
class BillingClient {

	private final Peer peer;

	BillingClient(Peers peers) {
		this.peer = peers.payment();
	}

	void openAccount(String id, String userId) {
		this.peer.send((client) -> client.post()
			.uri("/billing-accounts")
			.body(new BillingAccount(id, userId))
			.retrieve()
			.toBodilessEntity());
	}

	void closeAccount(String id) {
		this.peer.send((client) -> client.delete().uri("/billing-accounts/{id}", id).retrieve().toBodilessEntity());
	}

	private record BillingAccount(String id, String userId) {

	}

}
