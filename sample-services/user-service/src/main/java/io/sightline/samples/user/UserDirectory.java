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

import java.util.List;

import io.sightline.samples.common.peer.PeerUnavailableException;
import io.sightline.samples.common.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;
import org.springframework.web.client.HttpClientErrorException;

@Service
class UserDirectory {

	private static final Logger log = LoggerFactory.getLogger(UserDirectory.class);

	private final UserRepository users;

	private final OrderClient orders;

	UserDirectory(UserRepository users, OrderClient orders) {
		this.users = users;
		this.orders = orders;
	}

	UserView view(String id) {
		User user = find(id);
		try {
			List<OrderSummary> found = this.orders.ordersOf(id);
			log.info("Showing user {} with {} orders", id, found.size());
			return UserView.of(user, found, false);
		}
		catch (PeerUnavailableException | HttpClientErrorException ex) {
			log.warn("Showing user {} without orders", id, ex);
			return UserView.of(user, List.of(), true);
		}
	}

	UserProfile profile(String id) {
		UserProfile profile = UserProfile.of(find(id));
		log.info("Showing the profile of user {}", id);
		return profile;
	}

	private User find(String id) {
		return this.users.findById(id).orElseThrow(() -> ProblemException.notFound("User", id));
	}

}
