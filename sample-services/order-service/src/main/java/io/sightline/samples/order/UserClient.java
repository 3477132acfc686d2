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

package io.sightline.samples.order;

import io.sightline.samples.common.peer.Peer;
import io.sightline.samples.common.peer.Peers;
import io.sightline.samples.common.problem.ProblemException;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

@Component
class UserClient {

	private final Peer peer;

	UserClient(Peers peers) {
		this.peer = peers.user();
	}

	/**
	 * Look up a user. The profile, not the whole user: that would ask for orders in turn.
	 * @param userId the user
	 * @return the user
	 */
	Customer customer(String userId) {
		try {
			return this.peer
				.fetch((client) -> client.get().uri("/users/{id}/profile", userId).retrieve().body(Customer.class));
		}
		catch (HttpClientErrorException ex) {
			throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "User " + userId + " does not exist", ex);
		}
	}

	/**
	 * Somebody who orders.
	 *
	 * @param id identifies the user
	 * @param email where to write to
	 */
	record Customer(String id, String email) {

	}

}
